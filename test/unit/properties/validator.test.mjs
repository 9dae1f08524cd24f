/**
 * What the check of unknown data promises, whatever it is given: a sound summit, or issues that lead an editor to a place
 * in the file; and no exception, no endless work, no trace in the input or in the page.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parseSummit} from '../../../src/data/parse-summit.ts';
import {properties} from '../../support/runs.mjs';
import {character, MARKUP, summit, UNSEEN} from '../../support/summits.mjs';

const {check, report} = properties('validator');

/** More than any input here has, and little enough to be read in no time. */
const READS = 50_000;

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  'toJSON',
  'length',
  '0',
  '-1',
  'id',
  'claims',
  'Claims',
  'a b',
  '',
  "it's",
  'a.b',
  'a[0]',
  '\u202e',
  '\ud800',
  '\0',
  'x'.repeat(100),
];

const key = fc.oneof(fc.constantFrom(...KEYS), fc.string({maxLength: 5}));

/** What JSON can hold. */
const json = fc.oneof(
  fc.jsonValue({maxDepth: 3, stringUnit: character}),
  fc.constantFrom(
    null,
    true,
    '',
    ' ',
    0,
    -0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    [],
    {},
    '1e400',
    '2031-02-30',
    'constructor',
    ...UNSEEN,
    ...MARKUP,
  ),
  fc.nat(40).map((levels) => {
    let data = 'core';
    for (let i = 0; i < levels; i++) data = i % 2 ? {claims: data} : [data];
    return data;
  }),
  fc.constant('x'.repeat(200_000)),
  fc.constant(Array.from({length: 10_001}, (_, i) => i)),
  fc.dictionary(key, fc.string(), {maxKeys: 3}),
);

/** What only a page may hand over. */
const odd = fc.oneof(
  fc.anything({
    maxDepth: 2,
    key,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
  }),
  fc.constantFrom(
    undefined,
    NaN,
    Infinity,
    -Infinity,
    1n,
    Symbol('odd'),
    () => 'called',
    new Date(NaN),
    new Array(1e9),
    Object.create({id: 'inherited', claims: []}),
    globalThis,
  ),
);

/**
 * Ways to spoil the value at one place, `parent[key]`. Those that are hostile may answer every question otherwise than the
 * one before: then no place can be checked against the input.
 */
const SPOILERS = {
  replace: (parent, key, {value}) => put(parent, key, value),
  remove: (parent, key) => (Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key]),
  duplicate: (parent, key, {other}) =>
    Array.isArray(parent) ? parent.push(parent[key]) : put(parent, other, parent[key]),
  add: (parent, key, {other, value}) => (Array.isArray(parent) ? parent.push(value) : put(parent, other, value)),
  wrap: (parent, key) => put(parent, key, [parent[key]]),
  unlist: (parent, key) => put(parent, key, {...parent[key]}),
  misspell: (parent, key, {value, at}) => {
    const text = String(parent[key]);
    put(parent, key, text.slice(0, at % 20) + (typeof value === 'string' ? value : '-') + text.slice(at % 20));
  },
};
const PAGE_SPOILERS = {
  circle: (parent, key, {root}) => put(parent, key, root),
  share: (parent, key, {other}) => put(parent, other, parent),
  freeze: (parent) => Object.freeze(parent),
  inherit: (parent, key) =>
    put(parent, key, Object.create(parent[key] && typeof parent[key] === 'object' ? parent[key] : {})),
  mirror: (parent, key) =>
    put(parent, key, typeof parent[key] === 'object' && parent[key] ? new Proxy(parent[key], {}) : new Proxy({}, {})),
};
const HOSTILE_SPOILERS = {
  getterThrows: (parent, key, {value}) =>
    Object.defineProperty(parent, key, {
      enumerable: true,
      configurable: true,
      get() {
        throw value;
      },
    }),
  getterChanges(parent, key, {value}) {
    const first = parent[key];
    let reads = 0;
    Object.defineProperty(parent, key, {
      enumerable: true,
      configurable: true,
      get: () => (reads++ % 2 ? value : first),
    });
  },
  revoked(parent, key) {
    const {proxy, revoke} = Proxy.revocable(Array.isArray(parent[key]) ? [] : {}, {});
    put(parent, key, proxy);
    revoke();
  },
  proxyThrows: (parent, key, {at}) =>
    put(
      parent,
      key,
      new Proxy(Array.isArray(parent[key]) ? parent[key] : {}, {
        [['get', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'has'][at % 5]]: fail,
      }),
    ),
  /** Longer at every look. */
  growing(parent, key, {counter}) {
    let length = 0;
    put(
      parent,
      key,
      new Proxy([], {
        get(target, name) {
          counter.reads += 1;
          if (counter.reads > READS) throw new Error('read without end');
          return name === 'length' ? (length += 1) : Reflect.get(target, name);
        },
      }),
    );
  },
  ownKeysOfList: (parent, key) =>
    put(parent, key, Object.assign([], {keys: () => fail(), [Symbol.iterator]: () => fail(), length: 3})),
  lyingTag: (parent, key, {value}) =>
    put(parent, key, {
      get [Symbol.toStringTag]() {
        return fail(value);
      },
    }),
};

function fail() {
  throw new Error('the page’s own fault');
}

/** Sets a key as JSON does, whatever its name. */
function put(target, key, value) {
  Object.defineProperty(target, key, {value, writable: true, enumerable: true, configurable: true});
}

/** Every place below some data: the object or list, and the key. Circles and what is no plain data end there. */
function placesIn(root) {
  const places = [];
  const seen = new Set();
  const parts = [root];
  for (const part of parts) {
    if (seen.has(part)) continue;
    seen.add(part);
    for (const [name, {value}] of Object.entries(Object.getOwnPropertyDescriptors(part))) {
      if (Array.isArray(part) && name === 'length') continue;
      places.push([part, name]);
      const plain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
      if (plain && places.length < 5000 && Object.keys(value).length < 100) parts.push(value);
    }
  }
  return places;
}

/** Up to three changes of a sound summit. */
function spoilt(spoilers, values) {
  const change = fc.record({how: fc.constantFrom(...Object.keys(spoilers)), at: fc.nat(), value: values, other: key});
  return fc.tuple(summit, fc.array(change, {minLength: 1, maxLength: 3})).map(([sound, changes]) => {
    const holder = {data: JSON.parse(JSON.stringify(sound))};
    const counter = {reads: 0};
    for (const {how, at, value, other} of changes) {
      try {
        const places = placesIn(holder);
        const [parent, name] = places[at % places.length];
        spoilers[how](parent, name, {value, other, at, root: holder.data, counter});
      } catch {
        // What was frozen or spoilt before may not let itself be spoilt again.
      }
    }
    return {
      data: holder.data,
      sound,
      counter,
      // Data that throw or never end are told by how they were made.
      [fc.toStringMethod]: () =>
        `${JSON.stringify(sound)}, ${fc.stringify(changes.map(({how, at, other, value}) => [how, at, other, typeof value]))}`,
    };
  });
}

const inherited = () => [Object, Array, String, Function].map(({prototype}) => Reflect.ownKeys(prototype));

/** How a key of an object may be written in a path: as it is, or in quotes, shortened and with what is unseen by its number. */
function stepsOf(container, name) {
  if (Array.isArray(container)) return [`[${name}]`];
  const shown = name
    .slice(0, 60)
    .replace(
      /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}/gu,
      (c) => `U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
  return [`.${name}`, `['${shown}${name.length > 60 ? '…' : ''}']`];
}

/** Whether a path leads to a place of the input, or to a key that is missing in one. */
function leadsSomewhere(data, path) {
  if (path === '') return true;
  if (typeof data !== 'object' || data === null) return false;
  const rest = path.startsWith('[') || path.startsWith('.') ? path : `.${path}`;
  const isMissing = !Array.isArray(data) && /^\.[\w$-]+$/.test(rest);
  if (isMissing) return true;
  // A list may have gaps: there is a place, and nothing at it.
  const names = Array.isArray(data) ? [...data.keys()].map(String) : Object.keys(data);
  return names.some((name) =>
    stepsOf(data, name).some((step) => rest.startsWith(step) && leadsSomewhere(data[name], rest.slice(step.length))),
  );
}

/** What has to hold of everything that passes as a summit. */
function assertSound(summit) {
  const idsOf = (list) => new Set((summit[list] ?? []).map(({id}) => id));
  const known = Object.fromEntries(
    ['actors', 'topics', 'claims', 'regions', 'sources'].map((list) => [list, idsOf(list)]),
  );
  const refer = (list, ids = []) => {
    for (const id of [ids].flat()) assert.ok(known[list].has(id), `${list}: ${id}`);
  };
  for (const list of ['actors', 'topics', 'claims', 'positions', 'constraints', 'regions', 'facts', 'sources']) {
    assert.equal(idsOf(list).size, (summit[list] ?? []).length, `two ${list} of one id`);
  }
  refer('claims', summit.status.claims);
  refer('sources', summit.venue?.refs);
  refer('sources', summit.map?.refs);
  for (const {speaksFor} of summit.actors) refer('actors', speaksFor);
  for (const {claims} of summit.topics) refer('claims', claims);
  for (const {by, about, disputedBy, refs} of summit.claims) {
    for (const actors of [by, about, disputedBy]) refer('actors', actors);
    refer(
      'sources',
      refs.map(({source}) => source),
    );
  }
  for (const {actor, topic, regions, claims} of summit.positions) {
    refer('actors', actor);
    refer('topics', topic);
    refer('regions', regions);
    refer('claims', claims);
  }
  for (const {actor, claims} of summit.constraints ?? []) {
    refer('actors', actor);
    refer('claims', claims);
  }
  for (const {refs} of summit.regions) refer('sources', refs);
  for (const {claims, items = []} of summit.facts) {
    refer('claims', claims);
    for (const item of items) refer('claims', item.claims);
  }
  for (const {url} of summit.sources) {
    if (url !== undefined) assert.match(url, /^https?:\/\/\S+$/i);
  }
  for (const {src} of summit.translations ?? []) {
    const address = URL.canParse(src, 'https://example.org/a/b.json')
      ? new URL(src, 'https://example.org/a/b.json')
      : undefined;
    if (address) assert.match(address.protocol, /^https?:$/, src);
  }
  assert.match(summit.schemaVersion, /^1\.\d+$/);
  JSON.stringify(summit, (key, value) => {
    if (typeof value === 'string')
      assert.doesNotMatch(
        value,
        /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}/u,
        key,
      );
    return value;
  });
  assert.deepEqual(parseSummit(summit), {summit});
}

/** Tries an input out; `hostile` ones may change between two looks. */
function tryOut(data, {hostile = false} = {}) {
  const before = inherited();
  const result = parseSummit(data);
  assert.deepEqual(inherited(), before);
  if (result.summit) {
    assert.deepEqual(Object.keys(result), ['summit']);
    assertSound(result.summit);
  } else {
    assert.ok(['invalid', 'unsupported-version'].includes(result.code));
    assert.ok(result.issues.length >= 1 && result.issues.length <= 201);
    for (const {path, message} of result.issues) {
      assert.equal(typeof path, 'string');
      assert.match(message, /\S.{8,}/);
      assert.ok(message.length < 1000, message.slice(0, 200));
      if (!hostile) assert.ok(leadsSomewhere(data, path), `${path} is no place of the input: ${message}`);
    }
  }
  return result;
}

describe('a sound summit', () => {
  it('is always taken, and comes back as it is', () =>
    check(
      fc.property(summit, (data) => {
        const plain = JSON.parse(JSON.stringify(data));
        const result = parseSummit(data);
        assert.deepEqual(result.issues, undefined);
        assertSound(result.summit);
        assert.deepEqual(result.summit, plain);
        assert.deepEqual(parseSummit(JSON.parse(JSON.stringify(result.summit))).summit, plain);
      }),
      40,
    ));

  it('is taken with any keys of a later version in it, and they are left out', () =>
    check(
      fc.property(summit, fc.array(fc.tuple(fc.nat(), key, json), {minLength: 1, maxLength: 4}), (data, extras) => {
        const plain = JSON.parse(JSON.stringify(data));
        const more = JSON.parse(JSON.stringify(data));
        const objects = [more, ...placesIn(more).map(([parent]) => parent)].filter((part) => !Array.isArray(part));
        for (const [at, name, value] of extras) {
          // Not one that stands for something, anywhere.
          if (typeof value === 'string' ? UNSEEN.includes(value) : typeof value === 'object') continue;
          put(objects[at % objects.length], `x-${name}`, value);
          put(objects[at % objects.length], '__proto__', value);
        }
        assert.deepEqual(parseSummit(more), {summit: plain});
      }),
      40,
    ));
});

describe('unknown data', () => {
  it('end in a summit or in issues with places, if they are JSON', () =>
    check(
      fc.property(json, (data) => {
        const written = JSON.stringify(data);
        tryOut(data);
        assert.equal(JSON.stringify(data), written);
      }),
      60,
    ));

  it('end so, if they are what only a page may have', () =>
    check(
      fc.property(odd, (data) => void tryOut(data)),
      60,
    ));
});

describe('a spoilt summit', () => {
  it('ends in a summit or in issues with places, and stays as it was handed over', () => {
    const ends = {summit: 0, issues: 0};
    return check(
      fc.property(spoilt(SPOILERS, json), ({data}) => {
        const written = JSON.stringify(data);
        const result = tryOut(data);
        assert.equal(JSON.stringify(data), written, 'the input was changed');
        ends[result.summit ? 'summit' : 'issues'] += 1;
      }),
      140,
    ).then(() => {
      // Both ends must come up, or the data are not what this test means to try.
      assert.ok(ends.summit > 5 && ends.issues > 50, JSON.stringify(ends));
    });
  });

  it('ends as it does without an earlier edition, if it has one, and shares with that what is the same', () => {
    let shared = 0;
    return check(
      fc.property(spoilt(SPOILERS, json), ({data, sound}) => {
        const {summit: known} = parseSummit(sound);
        const result = parseSummit(data, known);
        assert.deepEqual(result, parseSummit(data));
        const before = new Map(
          JSON.parse(JSON.stringify(sound.claims)).map((claim, i) => [JSON.stringify(claim), known.claims[i]]),
        );
        for (const [i, claim] of result.summit?.claims.entries() ?? []) {
          const same = before.get(JSON.stringify(data.claims[i]));
          if (!same) continue;
          assert.equal(claim, same);
          shared += 1;
        }
      }),
      100,
    ).then(() => assert.ok(shared > 5, `${shared} were shared`));
  });

  it('ends so with circles, proxies, frozen parts and everything else that is no JSON', () =>
    check(
      fc.property(spoilt({...SPOILERS, ...PAGE_SPOILERS}, fc.oneof(json, odd)), ({data}) => void tryOut(data)),
      60,
    ));

  it('ends so where its parts throw, change or grow while they are read', () =>
    check(
      fc.property(spoilt({...PAGE_SPOILERS, ...HOSTILE_SPOILERS}, fc.oneof(json, odd)), ({data, sound, counter}) => {
        const {summit: known} = parseSummit(sound);
        counter.reads = 0;
        tryOut(data, {hostile: true});
        assert.doesNotThrow(() => parseSummit(data, known));
        assert.ok(counter.reads < READS, 'it was read without end');
      }),
      60,
    ));
});

describe('a reference to nothing', () => {
  it('is named, wherever it stands', () => {
    const lists = new Set(['claims', 'by', 'about', 'disputedBy', 'regions', 'refs']);
    const single = new Set(['actor', 'topic', 'source', 'speaksFor']);
    return check(
      fc.property(summit, fc.nat(), (sound, at) => {
        const data = JSON.parse(JSON.stringify(sound));
        const places = placesIn(data).flatMap(([parent, name]) => {
          const value = parent[name];
          if (single.has(name) && typeof value === 'string') return [[parent, name]];
          return lists.has(name) && Array.isArray(value) && typeof value[0] === 'string'
            ? value.map((_, i) => [value, i])
            : [];
        });
        if (places.length === 0) return;
        const [parent, name] = places[at % places.length];
        parent[name] = 'nobody-has-this-id';
        const {issues = []} = tryOut(data);
        assert.ok(
          issues.some(({message}) => message.includes("the id 'nobody-has-this-id'")),
          'it was not named',
        );
      }),
      40,
    );
  });
});

it('was tried with many inputs', report);
