import {suggest} from '../data/suggest.js';
import type {Command} from './command.js';
import {EXIT_FINE, textOf} from './command.js';
import {UsageError} from './cli-environment.js';
import {printableLine} from './printable.js';
import {decode} from '../authoring/parse-data-file.js';
import {writeText} from './write-result.js';

/** The folder next to this module in the package. */
const TEMPLATES = new URL('../templates/', import.meta.url);

/** Address of the schema for a file in the root of a project. */
const SCHEMA = './node_modules/summit-embeds/dist/schema/summit.schema.json';

const MAX_BYTES = 2_000_000;

export const init: Command = {
  name: 'init',
  summary: 'writes a starter data file',
  help: `Usage: summit-embeds init [FILE] [--template NAME] [--force]

Writes a starter data file, by default summit.yaml: an invented summit with a comment on every field. FILE may end in
.yaml or .json (JSON has no comments), or be - for standard output. Other templates keep their own name.

Options:
  --template NAME  another template; --template list shows all templates
  --force          overwrite FILE
  -h, --help       shows this help

Exit codes: 0 written, 2 wrong usage or the file already exists.
`,
  options: {template: {type: 'string'}, force: {type: 'boolean'}},
  async run(args, io) {
    const [path, another] = args.positionals;
    if (another !== undefined) throw new UsageError('name at most one file');
    const wanted = textOf(args, 'template') ?? 'starter';
    const templates = (await io.listFiles(TEMPLATES)).filter((file) => /\.(?:ya?ml|json)$/.test(file)).sort();
    const names = templates.map((file) => file.replace(/\.\w+$/, ''));
    if (wanted === 'list') {
      io.stdout(`${names.join('\n')}\n`);
      return EXIT_FINE;
    }
    const template = templates[names.indexOf(wanted)];
    if (template === undefined) {
      const like = suggest(wanted, names);
      const hint = like === undefined ? `there are ${names.join(', ')}` : `did you mean ${like}?`;
      throw new UsageError(`there is no template ${wanted}; ${hint}`);
    }

    const {text} = decode(await io.readFile(new URL(template, TEMPLATES), MAX_BYTES));
    if (path === '-') {
      io.stdout(text);
      return EXIT_FINE;
    }
    const file = path ?? (wanted === 'starter' ? 'summit.yaml' : template);
    await writeText(file, await convert(text, template, file), args.values['force'] === true, io);
    const name = printableLine(file);
    io.stderr(`Wrote ${name}. Fill it in, then run: npx summit-embeds validate ${name}\n`);
    for (const other of names.filter((other) => other.startsWith(`${wanted}.`))) {
      io.stderr(`It has a translation: npx summit-embeds init --template ${other}\n`);
    }
    return EXIT_FINE;
  },
};

/** The template in the format of the file's extension, with the schema's address for that file. */
async function convert(text: string, template: string, file: string): Promise<string> {
  const [fromJson, toJson] = [template, file].map((name) => /\.json$/i.test(name));
  if (fromJson === toJson) return text.replace(/"\.\.\/schema\/summit\.schema\.json"/, `"${SCHEMA}"`);
  const {parse, stringify} = await import('yaml');
  const {$schema: schema, ...rest} = parse(text, {schema: 'core'}) as Readonly<Record<string, unknown>>;
  if (toJson) return `${JSON.stringify({$schema: SCHEMA, ...rest}, null, 2)}\n`;
  return `${schema === undefined ? '' : `# yaml-language-server: $schema=${SCHEMA}\n`}${stringify(rest, {lineWidth: 100})}`;
}
