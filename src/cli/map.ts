import type {CliEnvironment} from './cli-environment.js';
import {showProgress, TooLarge, UsageError} from './cli-environment.js';
import type {Arguments, Command} from './command.js';
import {EXIT_FINE, EXIT_INVALID, textOf, textsOf} from './command.js';
import type {CropRequest, DrawnMap, MapRequest} from '../authoring/draw-map.js';
import type {Feature, SourceFeature} from '../authoring/pick-features.js';
import {ContextError, GeometryError, joinNames, listFeatures} from '../authoring/pick-features.js';
import {toMapResult} from '../authoring/apply-map.js';
import {printableLine} from './printable.js';
import {nameOf, readBytes} from './read-data-file.js';
import {formatJson, writeInto} from './write-into.js';

/** Geometry files are large, and Node's strings can't be much longer than this. */
const MAX_BYTES = 400_000_000;

/** Space around the regions, in percent. */
const USUAL_MARGIN = 12;

export const map: Command = {
  name: 'map',
  summary: 'draws the map of a summit from GeoJSON or TopoJSON',
  help: `Usage: summit-embeds map FILE (--ids ID=VALUE,… | --key PROPERTY) --basis TEXT --credit TEXT [options]
       summit-embeds map FILE --list [--key PROPERTY]

Draws regions as paths for a summit file: \`map\`, and the \`shape\` of each region. Prints JSON for you to copy, or
writes into the summit file (--into). FILE is GeoJSON or TopoJSON in degrees of longitude and latitude, or - for standard
input. The projection is conic equal-area, fitted to the drawing. Shared borders stay shared.

A feature with areas is drawn as an outline, one with lines as a line, one with points as dots.

Which regions:
  --list              shows the features of FILE, one per line, with the values that --ids and --land take
  --ids ID=VALUE,…    maps a region's id in your summit to the feature with this value in its id or any property.
                      Several features with the value are merged. Repeatable
  --key PROPERTY      searches only this property for values. Without --ids, every feature with the property is a
                      region, and its id is made from the value
  --land NAME[=VALUE,…]
                      outline under the regions, with its name: the feature NAME, or the features listed after =,
                      merged; * means all features. Repeatable

Cropped to the regions, with what surrounds them. The sea is the background:
  --crop PERCENT      shows the regions and this space around them, in percent of their longer side; default with
                      --neighbour or --sea: 12. Regions get space for their names. Without it, the map shows all the land
  --neighbour NAME[=VALUE,…]
                      quiet outline under the land. =VALUE,… without a name is an outline only. Repeatable
  --context FILE      GeoJSON or TopoJSON with the neighbours; default: they are in FILE
  --sea NAME@LONGITUDE,LATITUDE
                      name of a sea, near this place. Repeatable
  --no-locator        without the whole land in a corner of the map
  --no-scale          without a scale bar

Shown under the map (required):
  --basis TEXT        which borders are shown, and why
  --credit TEXT       author or provider of the geometry

Options:
  --into FILE         writes the map and the shapes into this summit file, which keeps its comments and its format. The
                      file must have the regions and must be valid with the map
  --width UNITS       width of the drawing, 100 to 2000; default 600
  --simplify PERCENT  percentage of points to keep; default: the points that are visible at this width
  -h, --help          shows this help

Exit codes: 0 all requested regions are drawn; 1 one of them isn’t, or a file can’t be used; 2 wrong usage.
`,
  options: {
    list: {type: 'boolean'},
    into: {type: 'string'},
    ids: {type: 'string', multiple: true},
    key: {type: 'string'},
    land: {type: 'string', multiple: true},
    crop: {type: 'string'},
    neighbour: {type: 'string', multiple: true},
    context: {type: 'string'},
    sea: {type: 'string', multiple: true},
    'no-locator': {type: 'boolean'},
    'no-scale': {type: 'boolean'},
    basis: {type: 'string'},
    credit: {type: 'string'},
    width: {type: 'string'},
    simplify: {type: 'string'},
  },
  async run(args, io) {
    const [path, another] = args.positionals;
    if (path === undefined || another !== undefined) throw new UsageError('name one file, or - for standard input');
    const order = args.values['list'] ? undefined : await readOrder(args, path, io);
    let file = path;
    try {
      showProgress(io, `Reading ${nameOf(path)} …`);
      const {parseGeometry} = await import('../authoring/parse-geometry.js');
      const features = parseGeometry(await readBytes(path, MAX_BYTES, io));
      if (!order) {
        const lines = listFeatures(features, textOf(args, 'key'));
        io.stdout(lines.map((line) => `${printableLine(line)}\n`).join(''));
        return EXIT_FINE;
      }
      const {contextPath} = order;
      let context: readonly SourceFeature[] | undefined;
      if (contextPath !== undefined) {
        file = contextPath;
        showProgress(io, `Reading ${nameOf(file)} …`);
        context = parseGeometry(await readBytes(file, MAX_BYTES, io));
        file = path;
      }
      const {drawMap} = await import('../authoring/draw-map.js');
      showProgress(io, 'Drawing …');
      const {crop} = order.request;
      const drawn = drawMap(features, {...order.request, crop: crop && {...crop, context}});
      const result = toMapResult(drawn, order);
      io.stderr(describe(drawn));
      let isWritten = true;
      if (order.into === undefined) io.stdout(`${formatJson(result, '  ')}\n`);
      else isWritten = await writeInto(order.into, result, io);
      return isWritten && drawn.notDrawn.length === 0 ? EXIT_FINE : EXIT_INVALID;
    } catch (cause) {
      const message = cause instanceof TooLarge ? `is larger than ${String(MAX_BYTES / 1e6)} MB` : undefined;
      if (message === undefined && !(cause instanceof GeometryError)) throw cause;
      if (cause instanceof ContextError) file = order?.contextPath ?? path;
      for (const line of (message ?? (cause as GeometryError).message).split('\n')) {
        io.stderr(`${printableLine(`${nameOf(file)}: ${line}`)}\n`);
      }
      return EXIT_INVALID;
    }
  },
};

/** What to draw, and where it goes. */
interface Order {
  readonly request: MapRequest;
  readonly basis: string;
  readonly credit: string;
  readonly into: string | undefined;
  /** File with the neighbours. */
  readonly contextPath: string | undefined;
}

async function readOrder(args: Arguments, path: string, io: CliEnvironment): Promise<Order> {
  const key = textOf(args, 'key');
  const regions = textsOf(args, 'ids').flatMap(readIds);
  if (regions.length === 0 && key === undefined) {
    throw new UsageError('use --ids or --key to define the regions; --list shows the features');
  }
  const into = textOf(args, 'into');
  if (into === '-') throw new UsageError('--into needs the path of a summit file');
  if (into !== undefined && (await io.isSameFile(path, into))) {
    throw new UsageError(`${into} is the geometry; --into needs the summit file`);
  }
  return {
    request: {
      regions: regions.length > 0 ? regions : undefined,
      key,
      land: textsOf(args, 'land').map(readLand),
      crop: readCrop(args),
      width: readNumber('--width', textOf(args, 'width') ?? '600', 100, 2000),
      keepPercent:
        args.values['simplify'] === undefined
          ? undefined
          : readNumber('--simplify', textOf(args, 'simplify') ?? '', 0, 100),
    },
    basis: demand('basis', textOf(args, 'basis'), 'which borders are shown, and why'),
    credit: demand('credit', textOf(args, 'credit'), 'author or provider of the geometry'),
    into,
    contextPath: textOf(args, 'context'),
  };
}

/** Neighbours and seas need a cropped drawing: beyond the land, there is no space for them. */
function readCrop(args: Arguments): MapRequest['crop'] {
  const margin = textOf(args, 'crop');
  const [neighbours, seas] = [textsOf(args, 'neighbour').map(readNeighbour), textsOf(args, 'sea').map(readSea)];
  if (textOf(args, 'context') !== undefined && neighbours.length === 0) {
    throw new UsageError('--context is the file with the neighbours; name them with --neighbour');
  }
  if (margin === undefined && neighbours.length + seas.length === 0) return undefined;
  return {
    marginPercent: margin === undefined ? USUAL_MARGIN : readNumber('--crop', margin, 0, 100),
    context: undefined,
    neighbours,
    seas,
    hasLocator: !args.values['no-locator'],
    hasScale: !args.values['no-scale'],
  };
}

/** `Russia`, `Russia=RUS`, or `=Moldova` for an outline without a name. */
function readNeighbour(text: string): CropRequest['neighbours'][number] {
  const [, name = '', values] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const list = (values ?? name).split(',').flatMap((value) => value.trim() || []);
  if (list.length === 0) throw new UsageError('--neighbour needs a name, or =VALUE for an outline without a name');
  return {name: name.trim(), values: list};
}

/** `Black Sea@31.5,45.5` */
function readSea(text: string): CropRequest['seas'][number] {
  const [, name = '', longitude = '', latitude = ''] = /^(.*)@([^@,]+),([^@,]+)$/s.exec(text) ?? [];
  if (!name.trim()) throw new UsageError(`--sea takes NAME@LONGITUDE,LATITUDE, not "${text}"`);
  return {
    name: name.trim(),
    at: [readNumber('--sea', longitude, -180, 180), readNumber('--sea', latitude, -90, 90)],
  };
}

/** Says of each requested region whether it is drawn, and what is left out. */
function describe({regions, notDrawn, leftOut, noSpace}: DrawnMap): string {
  const names = regions.map(({id, shape}) => (shape.kind ? `${id} (${shape.kind})` : id));
  const lines = [
    `Drawn: ${names.join(', ')}.`,
    ...notDrawn.map(({id, value}) => `Not drawn: ${id}. ${value} has no outline in this file.`),
  ];
  if (noSpace.length > 0) lines.push(`No space for ${noSpace.join(', ')}; a larger --crop makes some.`);
  if (leftOut.length > 0) {
    const features = leftOut.length === 1 ? '1 feature has' : `${String(leftOut.length)} features have`;
    lines.push(`${features} no geometry and can’t be drawn: ${joinNames(leftOut)}.`);
  }
  return lines.map((line) => `${printableLine(line)}\n`).join('');
}

/** `donetsk=UA-14,luhansk=UA-09`. A value may contain commas; an id can't. */
function readIds(text: string): Feature[] {
  return text.split(/,(?=[^=,]*=)/).map((pair) => {
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
