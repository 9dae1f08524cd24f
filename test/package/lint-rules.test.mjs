/**
 * The rules that keep strings from becoming markup, style or code, each shown to fail; and the HTML pages, which ESLint does
 * not read, under the same rules.
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {ESLint} from 'eslint';
import {parse, parseFragment} from 'parse5';
import {nodesOf, textOf} from '../support/prerendered.mjs';

/** Each is an error by itself. They stand on a line each in one file, a plain script: typed rules would read the whole project. */
const FORBIDDEN = [
  // Markup
  'box.innerHTML = text;',
  'box.outerHTML = text;',
  "box['innerHTML'] = text;",
  "box['outerHTML'] = text;",
  'frame.srcdoc = text;',
  "frame['srcdoc'] = text;",
  "box.insertAdjacentHTML('beforeend', text);",
  "box['insertAdjacentHTML']('beforeend', text);",
  'box.setHTML(text);',
  'box.setHTMLUnsafe(text);',
  'Document.parseHTMLUnsafe(text);',
  'document.createRange().createContextualFragment(text);',
  'document.write(text);',
  'document.writeln(text);',
  "new DOMParser().parseFromString(text, 'text/html');",
  "document.execCommand('insertHTML', false, text);",
  'Object.assign(box, {innerHTML: text});',
  "Object.assign(box, {'outerHTML': text});",
  'const {innerHTML} = box; out(innerHTML);',
  'const {insertAdjacentHTML: insert} = box; out(insert);',
  'out(html`<p .innerHTML=${text}></p>`);',
  'out(html`<iframe srcdoc=${text}></iframe>`);',
  'out(html`<p>${unsafeHTML(text)}</p>`);',
  'out(html`<p>${unsafeSVG(text)}</p>`);',
  'out(unsafeStatic(text));',
  "trustedTypes.createPolicy('any', {createHTML: (one) => one});",
  // Styles
  'out(unsafeCSS(text));',
  'out(html`<p style="color:red"></p>`);',
  'out(html`<p class="a" style=${text}></p>`);',
  'out(styleMap({color: text}));',
  'box.style.color = text;',
  "box.style['color'] = text;",
  'box.style = text;',
  'box.style.cssText = text;',
  'sheet.cssText = text;',
  "box.style.setProperty('color', text);",
  'box.style.setProperty(text, text);',
  "box.attributeStyleMap.set('color', text);",
  "box.setAttribute('style', text);",
  "box.setAttributeNS(null, 'style', text);",
  'out(\'<p style="color:red">\');',
  // Handlers and code
  'out(html`<p onclick="go()"></p>`);',
  'out(html`<p class="a" onclick=${text}></p>`);',
  "out('<img onerror=go()>');",
  "box.setAttribute('onclick', text);",
  "box.setAttribute('srcdoc', text);",
  "box.setAttributeNS(null, 'onload', text);",
  'out(html`<a href="javascript:go()">x</a>`);',
  "link.href = 'javascript:go()';",
  'out(\'<a href="javascript:go()">\');',
  'eval(text);',
  'window.eval(text);',
  "new Function('return 1');",
  "setTimeout('go()', 1);",
  "setInterval('go()', 1);",
];

/** The sound ways to the same ends. */
const SOUND = [
  'box.textContent = text;',
  'out(html`<p class="a" title=${text} @click=${go}>${text}</p>`);',
  'out(html`<a href=${text}>once=more, style and on</a>`);',
  "box.style.setProperty('--summit-accent', text);",
  'box.style.setProperty(`--summit-${text}`, text);',
  "box.style.removeProperty('width');",
  "box.setAttribute('lang', text);",
  "box.addEventListener('click', go);",
  'setTimeout(go, 1);',
  'out(sheet.cssText);',
  "out('innerHTML, style= and onclick= in a text');",
];

const HEAD = "import {html} from 'lit';\n";
const LEAD = 2;

/** The rules this is about; what else is wrong with such lines does not matter. */
const RULES = ['no-restricted-syntax', 'no-script-url', 'no-eval', 'no-implied-eval', 'no-new-func'];

const eslint = new ESLint({overrideConfig: {linterOptions: {reportUnusedDisableDirectives: 'off'}}});

/** Lines on which one of the rules fails. */
async function faultsIn(lines, filePath) {
  const [{messages}] = await eslint.lintText(HEAD + lines.map((line) => `{ ${line} }`).join('\n'), {filePath});
  assert.ok(!messages.some(({fatal}) => fatal), JSON.stringify(messages.filter(({fatal}) => fatal)));
  return new Set(messages.filter(({ruleId}) => RULES.includes(ruleId)).map(({line}) => line - LEAD));
}

describe('lint', () => {
  it('refuses every way to turn a string into markup, style or code', async () => {
    const found = await faultsIn(FORBIDDEN, 'demo/demo.js');
    assert.deepEqual(
      FORBIDDEN.filter((_, i) => !found.has(i)),
      [],
    );
  });

  it('has nothing against the sound ways', async () => {
    const found = await faultsIn(SOUND, 'demo/demo.js');
    assert.deepEqual(
      SOUND.filter((_, i) => found.has(i)),
      [],
    );
  });

  it('does so in everything that is shipped or shown', async () => {
    const syntax = async (path) =>
      (await eslint.calculateConfigForFile(path)).rules['no-restricted-syntax'].slice(1).map(({selector}) => selector);
    const all = await syntax('demo/demo.js');
    assert.ok(all.length > 20);
    const shipped = execFileSync('git', ['ls-files', 'src', 'builder', 'stories', 'demo'], {encoding: 'utf8'})
      .split('\n')
      .filter((path) => /\.(?:ts|js)$/.test(path) && !path.endsWith('.test.ts'));
    assert.ok(shipped.length > 100);
    for (const path of shipped) {
      const own = await syntax(path);
      assert.deepEqual(
        all.filter((selector) => !own.includes(selector)),
        [],
        path,
      );
      const {rules} = await eslint.calculateConfigForFile(path);
      const isError = (rule) => [rules[rule]].flat()[0] === 2;
      for (const rule of ['no-eval', 'no-new-func', 'no-script-url']) assert.ok(isError(rule), `${path}: ${rule}`);
      // Files that are linted with types have the typed twin of this one.
      assert.ok(['no-implied-eval', '@typescript-eslint/no-implied-eval'].some(isError), `${path}: no-implied-eval`);
    }
  });

  it('is told why where it looks away', () => {
    const told = execFileSync(
      'git',
      [
        'grep',
        '-nE',
        'eslint-disable.*(no-restricted-syntax|no-eval|no-script-url)',
        '--',
        'src',
        'builder',
        'stories',
        'demo',
      ],
      {
        encoding: 'utf8',
      },
    );
    for (const line of told.trim().split('\n')) assert.match(line, /eslint-disable-next-line [\w/-]+ -- \S+/);
  });
});

/** What is wrong with a page. */
function faultsOfPage(html) {
  const found = [];
  const tree = /^\s*<!doctype/i.test(html) ? parse(html) : parseFragment(html);
  for (const node of nodesOf(tree)) {
    const attributes = new Map((node.attrs ?? []).map(({name, value}) => [name, value]));
    for (const [name, value] of attributes) {
      if (/^on|^style$|^srcdoc$/.test(name)) found.push(`${node.nodeName} ${name}`);
      if (/^\s*(?:java|vb)script:|^\s*data:text/i.test(value)) found.push(`${node.nodeName} ${name}=${value}`);
    }
    const isData = /json$/.test(attributes.get('type') ?? '');
    if (node.nodeName === 'script' && !isData && (!attributes.has('src') || textOf(node).trim()))
      found.push('a script within the page');
    if (node.nodeName === 'base' && attributes.has('href')) found.push('a base');
  }
  return found;
}

describe('pages', () => {
  it('hold no script, no event attribute and no inline style', () => {
    const pages = execFileSync('git', ['ls-files', '*.html'], {encoding: 'utf8'})
      .split('\n')
      // Hosts for tests are other people's pages.
      .filter((path) => path && !path.startsWith('test/'));
    for (const known of ['builder/index.html', 'demo/index.html', 'src/frame/frame.html'])
      assert.ok(pages.includes(known), known);
    for (const page of pages) assert.deepEqual(faultsOfPage(readFileSync(page, 'utf8')), [], page);
  });

  it('would be found out', () => {
    for (const html of [
      '<p onclick="go()">',
      '<p style="color:red">',
      '<a href=" javascript:go()">',
      '<iframe srcdoc="<p>">',
      '<script>go()</script>',
      '<script type="module">go()</script>',
      '<base href="/x/">',
      '<!doctype html><body onload=go()>',
    ]) {
      assert.equal(faultsOfPage(html).length, 1, html);
    }
    assert.deepEqual(
      faultsOfPage('<script src="x.js"></script><script type="application/ld+json">{}</script><base target="_blank">'),
      [],
    );
  });
});
