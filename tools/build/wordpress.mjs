/**
 * Makes the WordPress plugin: `npm run build:wordpress` writes build/summit-embeds-wordpress-VERSION.zip. Needs
 * `npm run build`. The same dist/ always gives the same file.
 */
import {mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {zip} from './zip.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = path.join(root, 'integrations/wordpress');
const embed = path.join(root, 'dist/embed');

/** Files of a folder, with its subfolders, by their paths in it. */
function readFolder(folder) {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => [path.relative(folder, file).replaceAll(path.sep, '/'), readFileSync(file)]);
}

/**
 * The files of the plugin, by their paths in its folder.
 *
 * @returns {Promise<{version: string, files: Map<string, Buffer>}>}
 */
async function wordpressPlugin() {
  const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const load = (file) => import(pathToFileURL(path.join(root, 'dist', file)).href);
  const {elementNames} = await load('components/element-names.js');
  const {styleHash} = await load('prerender.js');

  const files = new Map();
  for (const [name, content] of readFolder(source)) {
    files.set(name, Buffer.from(content.toString('utf8').replaceAll('@VERSION@', version)));
  }
  const text = (name) => files.get(name).toString('utf8');

  for (const name of ['summit-embeds.php', 'block/editor.js']) {
    const missing = elementNames.find((element) => !text(name).includes(`'${element}'`));
    if (missing) throw new Error(`integrations/wordpress/${name} doesn’t name the element ${missing}.`);
  }

  const hashes = await Promise.all(elementNames.map(styleHash));
  const lines = hashes.map((hash) => `\t'${Buffer.from(hash.replace('sha256-', ''), 'base64').toString('hex')}',\n`);
  const list = text('includes/style-hashes.php').replace('array()', `array(\n${lines.join('')})`);
  files.set('includes/style-hashes.php', Buffer.from(list));
  files.set('languages/summit-embeds.pot', Buffer.from(catalogue(files, version)));

  for (const [name, content] of readFolder(embed)) {
    // The plugin shows no frames, and a frame page lets anybody choose the data of a page on the site's domain.
    if (!/^(?:frame\.|resize\.js$)/.test(name)) files.set(`embed/${version}/${name}`, content);
  }
  // The files in embed/ keep their own licence.
  files.set(`embed/${version}/LICENSE`, readFileSync(path.join(root, 'LICENSE')));
  return {version, files};
}

/** The texts of the plugin for translators, in the format of gettext. */
function catalogue(files, version) {
  const places = new Map();
  for (const [name, content] of files) {
    if (!/\.(?:php|js)$/.test(name)) continue;
    const code = content.toString('utf8');
    for (const {index, 1: id} of code.matchAll(/\b(?:__|esc_html__)\(\s*'((?:[^'\\]|\\.)*)',\s*'summit-embeds'/g)) {
      const line = code.slice(0, index).split('\n').length;
      places.set(id, [...(places.get(id) ?? []), `${name}:${line}`]);
    }
  }
  const entries = [...places].map(
    ([id, at]) => `#: ${at.join(' ')}\nmsgid ${JSON.stringify(id.replaceAll("\\'", "'"))}\nmsgstr ""\n`,
  );
  const head = `msgid ""\nmsgstr ""\n"Project-Id-Version: Summit Embeds ${version}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n`;
  return [head, ...entries].join('\n');
}

/** Writes the archive into a folder and returns its path. */
export async function writeWordpressZip(folder) {
  const {version, files} = await wordpressPlugin();
  const file = path.join(folder, `summit-embeds-wordpress-${version}.zip`);
  mkdirSync(folder, {recursive: true});
  writeFileSync(file, zip(new Map([...files].map(([name, content]) => [`summit-embeds/${name}`, content]))));
  return file;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(path.relative(process.cwd(), await writeWordpressZip(path.join(root, 'build'))));
}
