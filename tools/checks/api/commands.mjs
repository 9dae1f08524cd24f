import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {line} from './report.mjs';

/** Commands and options, from the tables that the command line parses its arguments with. */
export async function reportCommands(root) {
  const help = execFileSync(process.execPath, [path.join(root, 'dist', 'cli', 'bin.js'), '--help'], {encoding: 'utf8'});
  const [, list] = /^Commands:\n((?: {2}.*\n)+)/m.exec(help);
  const report = new Map();
  for (const [, name] of list.matchAll(/^ {2}(\w+)/gm)) {
    const {[name]: command} = await import(
      pathToFileURL(path.join(root, 'build', 'js', 'src', 'cli', `${name}.js`)).href
    );
    const rows = Object.entries(command.options).map(([option, {type, multiple}]) => [
      `--${option}`,
      line(`${type === 'string' ? 'a value' : 'a switch'}${multiple ? ', again and again' : ''}`, true),
    ]);
    report.set(`summit-embeds ${name}`, new Map(rows.sort(([a], [b]) => (a < b ? -1 : 1))));
  }
  return report;
}

/** The `exports` and the files that pages load by name. */
export function reportFiles(root) {
  const {exports} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folder = (name) =>
    readdirSync(path.join(root, 'dist', name), {withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort();
  return new Map([
    ['exports', new Map(Object.keys(exports).map((name) => [name, line()]))],
    ...['embed', 'templates'].map((name) => [`dist/${name}/`, new Map(folder(name).map((file) => [file, line()]))]),
  ]);
}
