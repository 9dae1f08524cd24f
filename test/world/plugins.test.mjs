/** Our plugins for CKEditor 5 and TinyMCE: a snippet stays byte for byte, and nothing but a snippet is kept. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {startPages} from '../support/page-server.mjs';
import {snippetsOf} from './forms.mjs';
import {allowScript, pluginFolders, pluginHtml} from './plugin-page.mjs';
import {inHtml} from './systems.mjs';

const run = promisify(execFile);

let desk;
let page;
let snippets;

before(async () => {
  desk = await startPages({folders: pluginFolders});
  ({page} = await desk.open(pluginHtml, {strict: false}));
  snippets = await snippetsOf('prerendered');
});

after(() => desk?.close());

const check = (html, options = {allowScript}) =>
  page.evaluate(
    (html, options) => {
      const result = window.plugins.checkSnippet(html, options);
      return 'error' in result ? {error: result.error} : {html: result.html, label: result.label};
    },
    html,
    options,
  );

describe('checkSnippet', () => {
  const files = readdirSync('stories/negotiations').filter((file) => file.endsWith('.json'));
  const summits = [
    [],
    ['dist/templates/starter.yaml', '--src', '/data/starter.json'],
    ...files.map((file) => [`stories/negotiations/${file}`]),
  ];
  const options = [
    ['--lang', 'ar', '--heading', 'Who "wants" <what>?', '--heading-level', '2', '--no-map'],
    ['--scheme', 'dark', '--accent', '#00594f', '--font', 'Georgia, serif', '--policy-url', 'mailto:desk@news.example'],
  ];
  for (const element of ['fact-box', 'goal-comparison', 'region-list']) {
    it(`accepts what the command line writes for ${element}, byte for byte`, async () => {
      const base = ['--base', '/embed/'];
      const requests = summits.flatMap((summit) => options.map((more) => [...summit, ...more, ...base]));
      requests.push(['--form', 'script', ...base]);
      const written = requests.map(async (request) => {
        const usable = request.filter((word) => element === 'region-list' || word !== '--no-map');
        const {stdout} = await run(process.execPath, ['dist/cli/bin.js', 'snippet', element, ...usable]);
        return stdout.trimEnd();
      });
      for (const html of await Promise.all(written)) {
        const {html: kept, error} = await check(html);
        assert.equal(error ?? kept, html);
      }
    });
  }

  it('names the component and its heading', async () => {
    assert.equal((await check(snippets[0])).label, 'Fact box: The talks in brief');
  });

  it('removes our script, and nothing else, if the site doesn’t allow it', async () => {
    const expected = snippets[0].replace(/<script.*?<\/script>/, '');
    assert.notEqual(expected, snippets[0]);
    assert.equal((await check(snippets[0], {})).html, expected);
  });

  const change = (from, to) => (html) => {
    assert.ok(html.includes(from), from);
    return html.replace(from, to);
  };
  /** How a snippet is spoiled, and what the message names. */
  const refused = {
    'an event attribute': [change('<section dir', '<section onclick="alert(1)" dir'), /onclick/],
    'an event attribute in the shadow root': [change('<footer', '<footer onclick="alert(1)"'), /onclick/],
    'a javascript: link': [change('<small>', '<a href="java&#10;script:alert(1)">x</a><small>'), /href/],
    'a javascript: address of the data': [change('lang="en"', 'lang="en" src="javascript:alert(1)"'), /src/],
    'a script of another host': [change('src="/embed/', 'src="https://other.example/embed/'), /other\.example/],
    'a script outside the folder': [change('src="/embed/', 'src="/embed/../files/'), /files/],
    'another file of the folder': [change('summit-embeds.lazy.js', 'upload.js'), /upload/],
    'a script with text': [change('></script>', '>alert(1)</script>'), /script/],
    'an unknown element': [change('<small>', '<img src="x"><small>'), /changed|<img>/],
    'a frame': [change('<small>', '<iframe src="/x"></iframe><small>'), /<iframe>/],
    'a style attribute': [change('<small>', '<small style="color: red">'), /style/],
    'a style rule that loads a file': [
      change('<style>', '<style>b{background:url(https://x.example/)}'),
      /style rules/,
    ],
    'a style rule for the page': [change('<summit-', '<style>body{display:none}</style><summit-'), /style rules/],
    'a comment': [change('<small>', '<!-- --><small>'), /changed/],
    'a missing end tag': [change('</section></summit', '</summit'), /changed/],
    'an end tag of the page': [change('<small>', '</div></div><small>'), /changed/],
    'an element that the parser moves': [change('<p>Scheduled', '<p><div>x</div>Scheduled'), /changed/],
    'text after the snippet': [(html) => `${html} More`, /one snippet/],
    'two snippets': [(html) => html + html, /one snippet/],
    'no snippet': [() => '<p>Hello</p>', /isn’t a snippet/],
  };
  for (const [name, [spoil, message]] of Object.entries(refused)) {
    it(`refuses ${name}`, async () => {
      const {error} = await check(spoil(snippets[0]));
      assert.match(error ?? 'accepted', message);
    });
  }

  it('refuses a foreign script whether or not scripts are allowed', async () => {
    const html = snippets[0].replace('summit-embeds.lazy.js', 'upload.js');
    assert.match((await check(html, {})).error, /upload\.js/);
    assert.match((await check(html, {allowScript: true})).error, /upload\.js/);
    assert.equal((await check(snippets[0], {allowScript: true})).html, snippets[0]);
  });
});

/** Where the page shows what a reader of a test looks for. */
const editors = {
  ckeditor: {message: '.ck-labeled-field-view__status_error', button: '.ck-button-action', boxes: '.summit-box'},
  tinymce: {
    message: '.tox-notification__body',
    button: '.tox-dialog .tox-button:not(.tox-button--secondary):not(.tox-button--icon)',
    boxes: '[data-summit-box]',
  },
};

for (const [name, places] of Object.entries(editors)) {
  describe(name, () => {
    /** Starts the editor with the article, takes the steps, and returns what the editor saves before and after each. */
    const edit = (html, steps, options = {allowScript}) =>
      page.evaluate(
        async (name, html, steps, options) => {
          const running = await window.plugins.starts[name](options);
          try {
            running.set(html);
            const saved = [running.get()];
            for (const step of steps) {
              await running.steps[step]();
              saved.push(running.get());
            }
            return saved;
          } finally {
            await running.end();
          }
        },
        name,
        html,
        steps,
        options,
      );
    const countOf = (text, part) => text.split(part).length - 1;

    it('keeps two snippets byte for byte, after an edit elsewhere and its undo too', async () => {
      const [before, typed, undone] = await edit(inHtml(snippets), ['type', 'undo']);
      for (const saved of [before, typed, undone])
        for (const snippet of snippets) assert.equal(countOf(saved, snippet), 1);
      assert.match(typed, /New\. /);
      assert.equal(undone, before);
      assert.equal(countOf(before, 'data-summit-box'), 0);
    });

    it('brings a removed box back with undo', async () => {
      const [before, , removed, undone] = await edit(inHtml(snippets), ['selectBox', 'remove', 'undo']);
      assert.equal(countOf(removed, snippets[0]), 0);
      assert.equal(countOf(removed, snippets[1]), 1);
      assert.equal(undone, before);
    });

    it('copies and pastes a box', async () => {
      const [before, , copied, , pasted] = await edit(inHtml(snippets), ['selectBox', 'copy', 'selectEnd', 'paste']);
      assert.equal(copied, before);
      assert.equal(countOf(pasted, snippets[0]), 2);
      assert.equal(countOf(pasted, snippets[1]), 1);
      assert.ok(pasted.lastIndexOf(snippets[0]) > pasted.indexOf(snippets[1]));
    });

    it('removes our script if the site doesn’t allow it', async () => {
      const [saved] = await edit(inHtml(snippets), [], {allowScript: false});
      assert.doesNotMatch(saved, /<script/);
      for (const snippet of snippets) assert.ok(saved.includes(snippet.replace(/<script.*?<\/script>/, '')));
    });

    it('keeps nothing of a stored snippet that isn’t safe, and no stand-in for one', async () => {
      const unsafe = snippets[0].replace('<section dir', '<section onclick="alert(1)" dir');
      for (const html of [unsafe, `<div data-summit-box="${encodeURIComponent(unsafe)}"></div>`]) {
        const [saved] = await edit(`<p>Before.</p>${html}<p>After.</p>`, []);
        assert.match(saved, /<p>Before\.<\/p>[^]*<p>After\.<\/p>/);
        assert.doesNotMatch(saved, /onclick|<script|<template/);
      }
    });

    it('shows the plain layer under the name of the box', async () => {
      const shown = await withDialog(snippets[0], async ({boxes}) => boxes());
      assert.equal(shown.length, 1);
      assert.match(shown[0], /^Fact box: The talks in brief\s+The talks in brief\s+Scheduled/);
    });

    it('inserts a snippet from the dialog, and refuses a bad one with a message', async () => {
      await withDialog(undefined, async ({submit, saved}) => {
        const bad = snippets[0].replace('<section dir', '<section onclick="alert(1)" dir');
        assert.match(await submit(bad, true), /no attribute onclick at <section>/);
        assert.doesNotMatch(await saved(), /summit|talks/);
        await submit(snippets[0], false);
        assert.equal(countOf(await saved(), snippets[0]), 1);
      });
    });

    it('replaces the snippet of the selected box', async () => {
      await withDialog(snippets[0], async ({submit, saved}) => {
        await page.evaluate(() => window.running.steps.selectBox());
        await submit(snippets[1], false);
        const html = await saved();
        assert.deepEqual([countOf(html, snippets[0]), countOf(html, snippets[1])], [0, 1]);
      });
    });

    /** Runs `use` while an editor is in the page. */
    async function withDialog(html, use) {
      await page.evaluate(
        async (name, options, html) => {
          window.running = await window.plugins.starts[name](options);
          window.running.set(html ?? '<p>Before.</p>');
        },
        name,
        {allowScript},
        html,
      );
      try {
        return await use({
          saved: () => page.evaluate(() => window.running.get()),
          boxes: () =>
            page.evaluate((selector) => {
              const {editor} = window.running;
              const root = editor.getBody?.() ?? editor.editing.view.getDomRoot();
              return [...root.querySelectorAll(selector)].map((box) => box.innerText);
            }, places.boxes),
          /** Returns the message if the snippet is refused. */
          async submit(html, isRefused) {
            if (!(await page.$('textarea:not([style*="none"])')))
              await page.locator('button ::-p-text(Summit box)').click();
            const field = await page.waitForSelector('.ck-dialog textarea, .tox-dialog textarea');
            await field.evaluate((element, text) => {
              element.value = text;
              element.dispatchEvent(new Event('input', {bubbles: true}));
            }, html);
            await page.locator(places.button).click();
            if (isRefused) {
              const message = await page.waitForSelector(places.message);
              return message.evaluate((element) => element.textContent);
            }
            await page.waitForSelector('.ck-dialog, .tox-dialog', {hidden: true});
            return '';
          },
        });
      } finally {
        await page.evaluate(() => window.running.end());
      }
    }
  });
}

it('TinyMCE keeps a box where only a few elements are valid', async () => {
  const saved = await page.evaluate(
    async (html, options) => {
      const running = await window.plugins.starts.tinymce(options, {valid_elements: 'p,strong,div[id]'});
      running.set(html);
      const saved = running.get();
      await running.end();
      return saved;
    },
    inHtml(snippets),
    {allowScript},
  );
  for (const snippet of snippets) assert.ok(saved.includes(snippet));
});

it('CKEditor 5 keeps a box beside General HTML Support for every element, and the HTML embed', async () => {
  const saved = await page.evaluate(
    async (html, options) => {
      const running = await window.plugins.starts.ckeditor(options, ['GeneralHtmlSupport', 'HtmlEmbed']);
      running.set(html);
      const saved = running.get();
      await running.end();
      return saved;
    },
    `${inHtml(snippets)}<div class="raw-html-embed">${snippets[0]}</div>`,
    {allowScript},
  );
  assert.equal(saved.split(snippets[0]).length, 3);
});
