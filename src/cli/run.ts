import {parseArgs} from 'node:util';
import {codePoint, findUnsafe} from '../data/report.js';
import {suggest} from '../data/suggest.js';
import {isLoadFailure} from '../loading/load-failure.js';
import {card} from './card.js';
import type {Arguments, Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, EXIT_USAGE} from './command.js';
import {desk} from './desk.js';
import {diff} from './diff.js';
import {init} from './init.js';
import {integrity} from './integrity.js';
import type {CliEnvironment} from './cli-environment.js';
import {UsageError} from './cli-environment.js';
import {map} from './map.js';
import {printable, printableLine} from './printable.js';
import {decode} from '../authoring/parse-data-file.js';
import {render} from './render.js';
import {snippet} from './snippet.js';
import {translate} from './translate.js';
import {validate} from './validate.js';

const COMMANDS: readonly Command[] = [validate, render, snippet, integrity, init, diff, translate, map, card, desk];

const PACKAGE = new URL('../../package.json', import.meta.url);

const HELP = `Usage: summit-embeds COMMAND …

Commands:
${COMMANDS.map(({name, summary}) => `  ${name.padEnd(9)} ${summary}`).join('\n')}

Run summit-embeds COMMAND --help for details.

Options:
  -h, --help     shows this help
  -v, --version  shows the version of the package

Exit codes: 0 fine, 1 data invalid, 2 wrong usage. Results go to standard output, messages to standard error.
`;

/** Runs one command line, without the program's own name. Returns the exit code. */
export async function run(argv: readonly string[], io: CliEnvironment): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    io.stdout(HELP);
    return EXIT_FINE;
  }
  if (name === '--version' || name === '-v') {
    const {version} = JSON.parse(decode(await io.readFile(PACKAGE, 1e6)).text) as {version: string};
    io.stdout(`${version}\n`);
    return EXIT_FINE;
  }
  if (name === undefined) {
    io.stderr(HELP);
    return EXIT_USAGE;
  }
  const wanted = name === 'help' ? rest[0] : name;
  const command = COMMANDS.find((known) => known.name === wanted);
  if (!command) {
    io.stderr(`summit-embeds: ${printableLine(describeUnknown(wanted ?? ''))}\n`);
    return EXIT_USAGE;
  }

  try {
    const args = readArguments(command, name === 'help' ? ['--help'] : rest);
    if (args.values['help']) {
      io.stdout(command.help);
      return EXIT_FINE;
    }
    checkTexts(args);
    return await command.run(args, io);
  } catch (cause) {
    if (isLoadFailure(cause) && cause.code !== 'unknown-summit') {
      io.stderr(`summit-embeds ${command.name}: ${printable(cause.message)}\n`);
      return EXIT_INVALID;
    }
    if (!(cause instanceof UsageError || isLoadFailure(cause))) throw cause;
    io.stderr(
      `summit-embeds ${command.name}: ${printableLine(cause.message)}\nRun summit-embeds ${command.name} --help for details.\n`,
    );
    return EXIT_USAGE;
  }
}

function readArguments(command: Command, argv: string[]): Arguments {
  const options = {...command.options, help: {type: 'boolean', short: 'h'}} as const;
  try {
    return parseArgs({args: argv, options, allowPositionals: true});
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const unknown = /^Unknown option '(-+[^']*)'/.exec(cause.message)?.[1];
    if (unknown === undefined) throw new UsageError(cause.message.replace(/\n[^]*$/, ''));
    const like = suggest(
      unknown,
      Object.keys(options).map((name) => `--${name}`),
    );
    throw new UsageError(`there is no option ${unknown}${like === undefined ? '' : `; did you mean ${like}?`}`);
  }
}

/**
 * Rejects unsafe characters in all options except file names: the texts become part of a page, so the rules for texts
 * of a summit apply.
 */
function checkTexts({values}: Arguments): void {
  for (const [name, value] of Object.entries(values)) {
    if (['out', 'into', 'translation', 'from'].includes(name)) continue;
    for (const text of [value].flat()) {
      const character = findUnsafe(String(text));
      if (character !== undefined)
        throw new UsageError(`--${name} has the character ${codePoint(character)}, which readers can’t see; remove it`);
    }
  }
}

function describeUnknown(name: string): string {
  const names = COMMANDS.map((command) => command.name);
  if (name.startsWith('-')) return `there is no option ${name} before a command; the commands are ${names.join(', ')}`;
  const like = suggest(name, names);
  return `there is no command ${name}; ${like === undefined ? `there are ${names.join(', ')}` : `did you mean ${like}?`}`;
}
