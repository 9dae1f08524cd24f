import {findJsonDefect} from '../loading/find-json-defect.js';
import type {Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, textOf, textsOf} from './command.js';
import type {MapRequest} from './draw-map.js';
import {showProgress, TooLarge, UsageError} from './cli-environment.js';
import {GeometryError} from './pick-features.js';
import {makePlaces} from './part.js';
import type {Feature} from './pick-features.js';
import {printable} from './printable.js';
import {decode, nameOf, readBytes} from './read-data-file.js';

/** Geometry files are large, and Node's strings can't be much longer than this. */
const MAX_BYTES = 400_000_000;

export const map: Command = {
  name: 'map',
  summary: 'draws the map of a summit from GeoJSON or TopoJSON',
  help: `Usage: summit-embeds map FILE (--ids ID=VALUE,… | --key PROPERTY) --basis TEXT --credit TEXT [options]

Draws regions as paths for a summit file: \`map\`, and the \`shape\` of each region. Prints JSON for you to copy.
FILE is GeoJSON or TopoJSON in degrees of longitude and latitude, or - for standard input. The projection is conic
equal-area, fitted to the drawing. Shared borders stay shared.

Which regions:
  --ids ID=VALUE,…    maps a region's id in your summit to the feature with this value in its id or any property.
                      Several features with the value are merged. Repeatable
  --key PROPERTY      searches only this property for values. Without --ids, every feature with the property is a
                      region, and its id is made from the value
  --land NAME[=VALUE,…]
                      outline under the regions, with its name: the feature NAME, or the features listed after =,
                      merged; * means all features. Repeatable

Shown under the map (required):
  --basis TEXT        which borders are shown, and why
  --credit TEXT       author or provider of the geometry

Options:
  --width UNITS       width of the drawing, 100 to 2000; default 600
  --simplify PERCENT  percentage of points to keep; default: the points that are visible at this width
  -h, --help          shows this help

Exit codes: 0 drawn, 1 the file can’t be used for a map, 2 wrong usage.
`,
  options: {
    ids: {type: 'string', multiple: true},
    key: {type: 'string'},
    land: {type: 'string', multiple: true},
    basis: {type: 'string'},
    credit: {type: 'string'},
    width: {type: 'string'},
    simplify: {type: 'string'},
  },
  async run(args, io) {
    const [path, another] = args.positionals;
    if (path === undefined || another !== undefined) throw new UsageError('name one file, or - for standard input');
    const key = textOf(args, 'key');
    const regions = textsOf(args, 'ids').flatMap(readIds);
    if (regions.length === 0 && key === undefined) throw new UsageError('use --ids or --key to define the regions');
    const request: MapRequest = {
      regions: regions.length > 0 ? regions : undefined,
      key,
      land: textsOf(args, 'land').map(readLand),
      width: readNumber('--width', textOf(args, 'width') ?? '600', 100, 2000),
      keepPercent:
        args.values['simplify'] === undefined
          ? undefined
          : readNumber('--simplify', textOf(args, 'simplify') ?? '', 0, 100),
    };
    const basis = demand('basis', textOf(args, 'basis'), 'which borders are shown, and why');
    const credit = demand('credit', textOf(args, 'credit'), 'author or provider of the geometry');

    try {
      showProgress(io, `Reading ${nameOf(path)} …`);
      const input = parse(await readBytes(path, MAX_BYTES, io));
      const {drawMap} = await import('./draw-map.js');
      showProgress(io, 'Drawing …');
      const {viewBox, land, regions: drawn} = drawMap(input, request);
      io.stdout(write({map: {viewBox, land, basis, credit}, regions: drawn}));
      return EXIT_FINE;
    } catch (cause) {
      const message = cause instanceof TooLarge ? `is larger than ${String(MAX_BYTES / 1e6)} MB` : undefined;
      if (message === undefined && !(cause instanceof GeometryError)) throw cause;
      io.stderr(`${printable(`${nameOf(path)}: ${message ?? (cause as GeometryError).message}`)}\n`);
      return EXIT_INVALID;
    }
  },
};

/** JSON with each point on one line. */
function write(value: object): string {
  const json = JSON.stringify(value, null, 2);
  const lists = /\[\n\s+[-\d.]+(?:,\n\s+[-\d.]+)*\n\s+\]/g;
  return `${json.replace(lists, (list) => list.replace(/\s+/g, '').replaceAll(',', ', '))}\n`;
}

function parse(bytes: Uint8Array): unknown {
  const {text, bad} = decode(bytes);
  if (bad !== undefined)
    throw new GeometryError(
      `line ${String(makePlaces(text)(bad).line)} isn’t in UTF-8; save the file with that encoding`,
    );
  try {
    return JSON.parse(text);
  } catch {
    throw new GeometryError(`isn’t JSON; ${findJsonDefect(text) ?? ''}`);
  }
}

/** `donetsk=UA-14,luhansk=UA-09`. */
function readIds(text: string): Feature[] {
  return text.split(',').map((pair) => {
    const [, id, value] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
    if (!id || !value) throw new UsageError(`--ids takes ID=VALUE,… but "${pair}" doesn’t have this form`);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
      throw new UsageError(`"${id}" isn’t a region id: use lower-case letters, digits and single hyphens`);
    }
    return {id, value};
  });
}

/** `Ukraine`, `Ukraine=UA` or `Ukraine=*`. */
function readLand(text: string): MapRequest['land'][number] {
  const [, name = '', values] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  if (!name.trim()) throw new UsageError('--land needs the name to show on the map');
  const list = (values ?? name).split(',').map((value) => value.trim());
  return {name: name.trim(), values: list.includes('*') ? undefined : list};
}

function readNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (text.trim() && number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a number from ${String(least)} to ${String(most)}, not "${text}"`);
}

function demand(option: string, text: string | undefined, meaning: string): string {
  if (text?.trim()) return text;
  throw new UsageError(`--${option} is required: ${meaning}. It is shown under the map`);
}
