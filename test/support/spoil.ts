/** Numbers from 0 up to 1. */
export type Random = () => number;

type Container = Record<string, unknown>;
type Oddity = (random: Random) => unknown;

/** The same numbers for the same seed (mulberry32). */
export function makeRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

/** Every object and list of some data, once. */
function containersOf(data: unknown): Container[] {
  const found = new Set([data]);
  // Grows while it is walked.
  for (const part of found) {
    if (typeof part !== 'object' || part === null) found.delete(part);
    else for (const value of Object.values(part) as unknown[]) found.add(value);
  }
  return [...found] as Container[];
}

function nest(levels: number): unknown {
  let data: unknown = 'core';
  for (let i = 0; i < levels; i++) data = i % 2 === 0 ? [data] : {claims: data};
  return data;
}

/** Texts that are a script wherever they are taken for more than a text. */
export const SCRIPTS = [
  '<img src="x" onerror="window.pwned = 1">',
  '"><script>window.pwned = 1</script>',
  '</style></textarea><svg onload="window.pwned = 1">',
  'javascript:window.pwned=1',
  '${window.pwned = 1}',
];

/** What nobody should write into a file, each made anew. */
export const FILE_ODDITIES: readonly Oddity[] = [
  () => null,
  () => true,
  () => -1,
  () => 1e308,
  () => '',
  () => ' ',
  () => 'x'.repeat(1e5),
  () => '-'.repeat(1e5),
  () => 'a-'.repeat(5e4),
  () => '\u202Etxt.exe',
  () => 'half \uD800 a character',
  () => 'nul \u0000 and bell \u0007',
  () => 'e\u0301 🏳️‍🌈 \uFEFF \u2028',
  (random) => pick(random, SCRIPTS),
  () => '2031-02-30',
  () => '__proto__',
  () => 'constructor',
  () => [],
  () => ({}),
  () => Array.from({length: 10_001}, (_, i) => i),
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as unknown,
  () => ({length: 1e9}),
  () => nest(10),
  () => nest(1e4),
];

/** And what only a page may hand over. */
export const ODDITIES: readonly Oddity[] = [
  ...FILE_ODDITIES,
  () => undefined,
  () => NaN,
  () => Infinity,
  () => 1n,
  () => Symbol('odd'),
  () => () => 'called',
  () => new Array<unknown>(1e9),
  () => new Date(0),
  () => new Map([['id', 'x']]),
  () => new Uint8Array(8),
  () => Object.create({id: 'inherited', claims: []}) as unknown,
];

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  'id',
  'claims',
  'ID',
  'a b',
  '',
  '\u202E',
];

/** Sets a key as JSON does, whatever its name. */
function put(target: Container, key: string, value: unknown): void {
  Object.defineProperty(target, key, {value, writable: true, enumerable: true, configurable: true});
}

/** Ways to spoil a part of the data. */
const MUTATIONS: readonly ((random: Random, part: Container, all: readonly Container[], odd: () => unknown) => void)[] =
  [
    function remove(random, part) {
      const key = pick(random, Object.keys(part));
      if (Array.isArray(part)) part.splice(Number(key), 1);
      else Reflect.deleteProperty(part, key);
    },
    function retype(random, part, _all, odd) {
      put(part, pick(random, Object.keys(part)), odd());
    },
    function rename(random, part) {
      const key = pick(random, Object.keys(part));
      const other = random() < 0.5 ? pick(random, KEYS) : key.slice(1) + key.slice(0, 1);
      const value = part[key];
      if (Array.isArray(part)) return;
      Reflect.deleteProperty(part, key);
      put(part, other, value);
    },
    function add(random, part, _all, odd) {
      if (Array.isArray(part)) part.push(odd());
      else put(part, pick(random, KEYS), odd());
    },
    function duplicate(random, part) {
      const key = pick(random, Object.keys(part));
      if (Array.isArray(part)) part.push(part[Number(key)]);
      else put(part, pick(random, KEYS), part[key]);
    },
    function swap(random, part, all) {
      const other = pick(random, all);
      const [key, otherKey] = [pick(random, Object.keys(part)), pick(random, Object.keys(other))];
      const value = part[key];
      put(part, key, other[otherKey]);
      put(other, otherKey, value);
    },
    function misspell(random, part) {
      const key = pick(random, Object.keys(part));
      const value = part[key];
      if (typeof value !== 'string') return;
      const at = Math.floor(random() * value.length);
      put(part, key, value.slice(0, at) + pick(random, ['', 'x', '-', 'É', '\n', '\u202E']) + value.slice(at + 1));
    },
    function wrap(random, part) {
      const key = pick(random, Object.keys(part));
      put(part, key, random() < 0.5 ? [part[key]] : {...(part[key] as object)});
    },
    function circle(random, part, all) {
      put(part, pick(random, Object.keys(part)), pick(random, all));
    },
  ];

/** A copy of the data with one to three parts spoilt. */
export function spoil(data: unknown, random: Random, oddities = ODDITIES): unknown {
  const root = {data: structuredClone(data)};
  for (let times = Math.ceil(random() * 3); times > 0; times--) {
    const all = containersOf(root.data).filter(
      (part) => Object.keys(part).length > 0 && Object.keys(part).length < 1000,
    );
    const odd = (): unknown => pick(random, oddities)(random);
    if (all.length > 0) pick(random, MUTATIONS)(random, pick(random, all), all, odd);
  }
  return root.data;
}
