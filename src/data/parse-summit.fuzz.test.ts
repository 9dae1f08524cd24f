import {expect} from 'chai';
import {makeSummit} from '../../test/make-summit.js';
import {checkUnknownKeys} from './check-unknown-keys.js';
import {parseSummit} from './parse-summit.js';
import {alaska2025} from './summits/alaska-2025.js';

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
type Container = Record<string, unknown>;

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

/** What nobody should write into a file, each made anew. */
const ODDITIES: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => NaN,
  () => Infinity,
  () => -1,
  () => 1e308,
  () => 1n,
  () => Symbol('odd'),
  () => () => 'called',
  () => '',
  () => ' ',
  () => 'x'.repeat(1e5),
  () => '-'.repeat(1e5),
  () => 'a-'.repeat(5e4),
  () => '\u202Etxt.exe',
  () => 'half \uD800 a character',
  () => 'nul \u0000 and bell \u0007',
  () => 'e\u0301 🏳️‍🌈 \uFEFF \u2028',
  () => '<img src=x onerror=alert(1)>',
  () => 'javascript:alert(1)',
  () => '2031-02-30',
  () => '__proto__',
  () => 'constructor',
  () => [],
  () => ({}),
  () => new Array<unknown>(1e9),
  () => Array.from({length: 10_001}, (_, i) => i),
  () => new Date(0),
  () => new Map([['id', 'x']]),
  () => new Uint8Array(8),
  () => Object.create({id: 'inherited', claims: []}) as unknown,
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as unknown,
  () => ({length: 1e9}),
  () => nest(10),
  () => nest(1e4),
];

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'id', 'claims', 'ID', 'a b', '', '\u202E'];

/** Sets a key as JSON does, whatever its name. */
function put(target: Container, key: string, value: unknown): void {
  Object.defineProperty(target, key, {value, writable: true, enumerable: true, configurable: true});
}

/** Ways to spoil a part of the data. */
const MUTATIONS: readonly ((random: Random, part: Container, all: readonly Container[]) => void)[] = [
  function remove(random, part) {
    const key = pick(random, Object.keys(part));
    if (Array.isArray(part)) part.splice(Number(key), 1);
    else Reflect.deleteProperty(part, key);
  },
  function retype(random, part) {
    put(part, pick(random, Object.keys(part)), pick(random, ODDITIES)(random));
  },
  function rename(random, part) {
    const key = pick(random, Object.keys(part));
    const other = random() < 0.5 ? pick(random, KEYS) : key.slice(1) + key.slice(0, 1);
    const value = part[key];
    if (Array.isArray(part)) return;
    Reflect.deleteProperty(part, key);
    put(part, other, value);
  },
  function add(random, part) {
    if (Array.isArray(part)) part.push(pick(random, ODDITIES)(random));
    else put(part, pick(random, KEYS), pick(random, ODDITIES)(random));
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

/** A copy of the summit with one to three parts spoilt. */
function spoil(summit: unknown, random: Random): unknown {
  const root = {data: structuredClone(summit)};
  for (let times = Math.ceil(random() * 3); times > 0; times--) {
    const all = containersOf(root.data).filter((part) => Object.keys(part).length > 0 && Object.keys(part).length < 1000);
    if (all.length > 0) pick(random, MUTATIONS)(random, pick(random, all), all);
  }
  return root.data;
}

function checkPromises(data: unknown, run: string): 'summit' | 'issues' {
  const start = performance.now();
  const {summit, issues = [], code} = parseSummit(data);
  expect(performance.now() - start, run).to.be.below(2000);
  if (summit) {
    expect(parseSummit(summit).summit, run).to.deep.equal(summit);
    return 'summit';
  }
  expect(code, run).to.be.oneOf(['invalid', 'unsupported-version']);
  expect(issues.length, run).to.be.within(1, 201);
  for (const {path, message} of [...issues, ...checkUnknownKeys(data)]) {
    expect(path, run).to.be.a('string');
    expect(message, run).to.be.a('string').and.to.have.lengthOf.within(10, 1000);
  }
  return 'issues';
}

/** Names of everything that objects and lists of the page inherit. */
function inherited(): unknown[] {
  return [Object.prototype, Array.prototype].map((prototype) => Reflect.ownKeys(prototype));
}

describe('parseSummit, given spoilt data', function () {
  this.timeout(120_000);

  for (const [name, summit, runs] of [['an invented summit', makeSummit(), 3000], ['the Alaska summit', alaska2025, 600]] as const) {
    it(`ends in a sound summit or in issues, never in an exception (${name}, ${String(runs)} times)`, () => {
      const before = inherited();
      const ends = {summit: 0, issues: 0};
      for (let seed = 1; seed <= runs; seed++) ends[checkPromises(spoil(summit, makeRandom(seed)), `seed ${String(seed)}`)] += 1;
      expect(inherited()).to.deep.equal(before);
      // Both ends must come up, or the data are not what this test means to try.
      expect(ends.summit).to.be.above(runs / 100);
      expect(ends.issues).to.be.above(runs / 2);
    });
  }

  it('is as good about every oddity in place of the whole', () => {
    const random = makeRandom(1);
    for (const [i, make] of ODDITIES.entries()) expect(checkPromises(make(random), `oddity ${String(i)}`)).to.equal('issues');
  });
});
