/** The example for MDX: components with prerendered HTML, compiled and rendered on a server. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {compile} from '@mdx-js/mdx';
import {build} from 'esbuild';
import {parseFragment, serialize} from 'parse5';
import {parse} from 'yaml';
import {claimsIn, claimsOf, textOf} from '../support/prerendered.mjs';
import {inHtml} from './systems.mjs';
import {snippetsOf} from './forms.mjs';

const run = promisify(execFile);
const summit = parse(readFileSync('templates/starter.yaml', 'utf8'));
const claims = claimsOf({name: 'starter', lang: 'en', summit, options: {}});

let folder;

before(() => {
  mkdirSync('build', {recursive: true});
  folder = path.resolve(mkdtempSync('build/mdx-'));
});

after(() => rmSync(folder, {recursive: true}));

/** Bundles the article as a site's build does, and returns its HTML. */
async function renderArticle() {
  const data = path.join(folder, 'talks.json');
  const boxes = path.join(folder, 'boxes.js');
  const bundle = path.join(folder, 'article.mjs');
  writeFileSync(data, JSON.stringify(summit));
  await run(process.execPath, ['integrations/mdx/write-boxes.mjs', data, boxes]);
  await build({
    stdin: {
      contents: `import {createElement} from 'react';
        import {renderToString} from 'react-dom/server';
        import Article from './article.mdx';
        export const html = renderToString(createElement(Article));`,
      resolveDir: 'integrations/mdx',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    // React's server asks for modules of Node with `require`.
    banner: {js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);"},
    nodePaths: ['test/world/node_modules'],
    outfile: bundle,
    logLevel: 'error',
    plugins: [
      {
        name: 'article',
        setup(steps) {
          steps.onResolve({filter: /^\.\/boxes\.js$/}, () => ({path: boxes}));
          steps.onLoad({filter: /\.mdx$/}, async (file) => ({
            contents: String(await compile(readFileSync(file.path, 'utf8'))),
            resolveDir: path.dirname(file.path),
          }));
        },
      },
    ],
  });
  return (await import(pathToFileURL(bundle).href)).html;
}

/** The claims in one of the two layers. */
function claimsInLayer(html, isShadow) {
  const withoutTemplates = (node) => {
    node.childNodes = (node.childNodes ?? []).filter((child) => child.tagName !== 'template');
    node.childNodes.forEach(withoutTemplates);
    return node;
  };
  const templates = [...html.matchAll(/<template[^>]*>(.*?)<\/template>/gs)].map(([, content]) => content).join('');
  const fragment = isShadow ? parseFragment(templates) : withoutTemplates(parseFragment(html));
  return claimsIn(textOf(parseFragment(serialize(fragment))), claims);
}

it('an MDX article has every claim of its boxes once in each layer', async () => {
  const html = await renderArticle();
  const expected = inHtml(await snippetsOf('prerendered'));
  for (const isShadow of [true, false]) {
    assert.ok(claimsInLayer(expected, isShadow).length > 0);
    assert.deepEqual(claimsInLayer(html, isShadow), claimsInLayer(expected, isShadow));
  }
  assert.match(
    html,
    /<p>Before\.<\/p>\s*<summit-fact-box[^]*<p>Between\.<\/p>\s*<summit-goal-comparison[^]*<p>After\.<\/p>/,
  );
});
