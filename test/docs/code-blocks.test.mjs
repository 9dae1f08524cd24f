/**
 * Every block of code of every page, by its language: typed, pasted and run as somebody would. A block in a language without a
 * check fails, so that none goes unread. Needs `npm run build`.
 *
 * That examples of data are valid is looked at in docs.test.mjs, what snippets show on a page in embedding-docs.test.mjs and
 * recipes.test.mjs, what the server's commands do in delivery.test.mjs.
 */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {parseDocument} from 'yaml';
import {checkCss} from './code-blocks/css.mjs';
import {checkHtml} from './code-blocks/html.mjs';
import {checkScripts} from './code-blocks/scripts.mjs';
import {checkBash, checkCommand, commandsOf} from './code-blocks/shell.mjs';
import {blocksOf, pages} from './pages.mjs';

const blocks = pages.flatMap((page) => blocksOf(page));

/** Components that the suite `frameworks` runs. */
const components = readdirSync('test/frameworks', {recursive: true})
  .map(String)
  .filter((file) => !file.includes('node_modules') && /\.(?:jsx?|svelte)$/.test(file))
  .map((file) => readFileSync(path.join('test/frameworks', file), 'utf8'));

/** Whether that suite has the very same code. */
const isTried = ({code}) => components.some((text) => text.includes(code));

/** Files for editors and site generators, which the suite `world` runs. */
const integrations = readdirSync('integrations', {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), 'utf8'));

/** Whether one of them has each line of the code, in an example or in its own code. */
const isIntegration = ({code}) =>
  integrations.some((text) => code.split('\n').every((line) => text.includes(line.trim())));

/** Scripts that stand in snippets, under the place of the snippet. */
const inline = blocksIn('html').flatMap(({at, code}) =>
  checkHtml(code).scripts.map((script, number) => ({at: `${at}, script ${number + 1}`, language: 'js', code: script})),
);

/** What the check of scripts has to find. */
const wrongScripts = [
  ['js', "import {prerendered} from 'summit-embeds/prerender';", /prerendered/],
  ['js', 'const title: string = document.title;', /TypeScript/],
  ['js', "import 'summit-embeds/internal.js';", /internal/],
  ['js', "document.querySelector('summit-fact-box').titel = '';", /titel/],
  [
    'tsx',
    'import {SummitFactBox} from \'summit-embeds/react\';\nexport const box = <SummitFactBox titel="" />;',
    /titel/,
  ],
  ['ts', "const box = document.querySelector('summit-fact-box');\nbox.heading = '';", /null/],
];
const scriptIssues = checkScripts([
  ...blocksIn('js', 'ts', 'tsx').filter((block) => !isTried(block)),
  ...inline,
  ...wrongScripts.map(([language, code]) => ({at: code, language, code})),
]);

function blocksIn(...languages) {
  return blocks.filter(({language}) => languages.includes(language));
}

const directives = new Set([
  ...['default-src', 'script-src', 'style-src', 'connect-src', 'frame-src', 'img-src', 'frame-ancestors'],
  ...['require-trusted-types-for', 'trusted-types'],
]);
/** Words of a policy: names of sources in quotation marks, schemes, origins, and names of Trusted Types policies. */
const policyWord =
  /^(?:'(?:none|self|script|sha(?:256|384)-\S+|nonce-\S+)'|[a-z]+:|https?:\/\/\S+|lit-html|'allow-duplicates')$/;

function checkPolicy(code) {
  const parts = code.split(';').map((part) => part.trim().split(/\s+/));
  const names = parts.map(([name]) => name);
  return [
    ...names.filter((name, i) => !directives.has(name) || names.indexOf(name) < i).map((name) => `directive ${name}`),
    ...parts.flatMap(([, ...words]) => words.filter((word) => !policyWord.test(word)).map((word) => `word ${word}`)),
  ];
}

function checkHeaders(code) {
  return code.split('\n').flatMap((line) => {
    const [, name, value] = /^([A-Z][\w-]*): (\S.*)$/.exec(line) ?? [];
    if (name === undefined) return [`no header: ${line}`];
    try {
      new Headers([[name, value]]);
      return [];
    } catch (error) {
      return [error.message];
    }
  });
}

function checkYaml(code) {
  const document = parseDocument(code);
  return [...document.errors, ...document.warnings].map(({message}) => message);
}

function checkJson(code) {
  try {
    JSON.parse(code);
    return [];
  } catch (error) {
    return [error.message];
  }
}

/** Settings of a program: the files that they name are in the package. */
function checkSettings(code) {
  const issues = checkJson(code);
  const files = Array.from(code.matchAll(/"\.\/node_modules\/summit-embeds\/([^"]*)"/g), ([, file]) => file);
  return [...issues, ...files.filter((file) => !existsSync(file)).map((file) => `the package has no ${file}`)];
}

/** A diagram of the layers has each folder of `src` that imports others or is imported, and only folders that exist. */
function checkDiagram(code) {
  const drawn = new Set(Array.from(code.matchAll(/src\/([a-z]+)/g), ([, name]) => name));
  const layers = ['data', 'model', 'format', 'loading', 'element', 'components', 'snippet', 'prerender'];
  return [
    ...layers.filter((name) => !drawn.has(name)).map((name) => `the diagram lacks src/${name}`),
    ...[...drawn].filter((name) => !existsSync(`src/${name}`)).map((name) => `there is no src/${name}`),
  ];
}

/** What programs print, and the test that compares it with what they do. */
const printed = [{begins: /^talks\.yaml:\d+:\d+ /, test: 'docs.test.mjs'}];

const checks = {
  bash: ({code}) => checkBash(code),
  csp: ({code}) => checkPolicy(code),
  css: ({code}) => checkCss(code),
  html: ({code}) => checkHtml(code).issues,
  http: ({code}) => checkHeaders(code),
  js: (block) => (isTried(block) ? [] : scriptIssues.get(block.at)),
  json: ({code}) => checkJson(code),
  jsx: (block) => (isTried(block) ? [] : ['the suite frameworks does not run it']),
  jsonc: ({code}) => checkSettings(code),
  sh: async ({code}) => {
    const issues = [];
    for (const line of commandsOf(code)) for (const issue of await checkCommand(line)) issues.push(`${line}\n${issue}`);
    return issues;
  },
  svelte: (block) => (isTried(block) ? [] : ['the suite frameworks does not run it']),
  text: ({code}) => {
    if (code.includes('──▶')) return checkDiagram(code);
    return isIntegration({code}) || printed.some(({begins}) => begins.test(code)) ? [] : ['no test knows this text'];
  },
  ts: ({at}) => scriptIssues.get(at),
  tsx: ({at}) => scriptIssues.get(at),
  yaml: ({code}) => checkYaml(code),
};

describe('blocks of code', () => {
  for (const block of blocks) {
    it(`are right: ${block.at}, ${block.language || 'without a language'}`, async () => {
      const check = checks[block.language];
      assert.ok(check, 'there is a check for the language');
      assert.deepEqual(await check(block), []);
    });
  }

  for (const {at} of inline) {
    it(`are right: ${at}`, () => {
      assert.deepEqual(scriptIssues.get(at), []);
    });
  }

  it('are in all the languages that there are checks for', () => {
    assert.deepEqual([...new Set(blocks.map(({language}) => language))].sort(), Object.keys(checks).sort());
  });

  it('are all found: as many as there are fences, by a plain count', () => {
    for (const page of pages) {
      const fences = page.text.match(/^ *```/gm)?.length ?? 0;
      assert.equal(blocksOf(page).length * 2, fences, page.name);
    }
  });
});

/** What each check is there to find. */
const mistakes = [
  ['bash', 'find . -exec gzip {} + (', /syntax error/],
  ['csp', "default-src 'none'; scripts-src 'self'", /scripts-src/],
  ['csp', "script-src 'selfish'", /selfish/],
  ['css', 'summit-fact-box { --summit-acent: red; }', /--summit-acent/],
  ['css', 'summit-facts-box { color: red; }', /summit-facts-box/],
  ['css', 'summit-fact-box::part(head) { color: red; }', /no part head/],
  ['css', 'p { colour: red; }', /colour/],
  ['css', 'p { color: var(--summit-nope); }', /--summit-nope/],
  ['html', '<summit-fact-box no-map></summit-fact-box>', /no-map/],
  ['html', '<summit-fact-box facts="who whom"></summit-fact-box>', /whom/],
  ['html', '<summit-fact-box><p slot="notes">x</p></summit-fact-box>', /notes/],
  ['html', '<summit-fact-box refresh="60"></summit-fact-box>', /refresh/],
  ['html', '<summit-facts></summit-facts>', /summit-facts/],
  ['html', '<summit-fact-box>', /not closed/],
  ['html', '<p a=1 a=2>x</p>', /duplicate-attribute/],
  ['html', '<script type="module" src="/assets/summit-embeds/0.0.1/summit-embeds.js"></script>', /0\.0\.1/],
  ['html', '<script type="module" src="/assets/summit-embeds/0.1.0/summit.js"></script>', /no summit\.js/],
  ['html', '<iframe src="/assets/summit-embeds/0.1.0/frame.html?element=fact-box&amp;tone=dark"></iframe>', /tone/],
  ['http', 'Cache Control: public', /no header/],
  ['json', '{"a": 1,}', /JSON/],
  ['jsonc', '{"html.customData": ["./node_modules/summit-embeds/dist/vscode.json"]}', /no dist\/vscode\.json/],
  ['sh', 'npx summit-embeds snippet fact-box --bases /x/', /--bases/],
  ['sh', 'npx summit-embeds publish', /publish/],
  ['sh', 'npm run storybooks', /storybooks/],
  ['sh', 'curl https://example.org', /curl/],
  ['jsx', '<div innerHTML={props.html} />', /does not run/],
  ['svelte', '<div>{@html text}</div>', /does not run/],
  ['text', 'anything else', /no test knows/],
  ['yaml', 'a: 1\na: 2', /unique/],
];

describe('the checks', () => {
  for (const [language, code, fault] of mistakes) {
    it(`find it: ${code}`, async () => {
      const issues = await checks[language]({code});
      assert.match(issues.join('\n'), fault);
    });
  }

  for (const [, code, fault] of wrongScripts) {
    it(`find it: ${code}`, () => {
      assert.match(scriptIssues.get(code).join('\n'), fault);
    });
  }
});
