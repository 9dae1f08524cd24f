/**
 * A data file at an address, its listeners, its clock and its server, in any order of events: a simple model says what each
 * listener is to hear, and when the next request may go out. Time passes only when a command says so.
 */
import assert from 'node:assert/strict';
import {describe, it, mock} from 'node:test';
import fc from 'fast-check';
import {LoadFailure} from '../../../src/loading/load-failure.ts';
import {SummitSource} from '../../../src/loading/summit-source.ts';
import {properties} from '../../support/runs.mjs';

const {check, report} = properties('loader', 'sequences of events');

const URL_OF_FILE = 'https://example.org/talks.json';
const SECOND = 1000;
const LEAST = 15 * SECOND;
const DAY = 86_400 * SECOND;
/** The longest wait after failures, for shorter intervals. */
const BACKOFF = 95 * SECOND;
/** Readers who come back ask within this time. */
const WAKE_SPREAD = 60 * SECOND;
/** A wait is up to a tenth longer or shorter than it should be. */
const TENTH = 0.1;

/** The wait before it is spread. */
const baseOf = (interval, failures) => Math.max(interval, Math.min(interval * 2 ** failures, BACKOFF));

const CODES = ['network', 'timeout', 'http', 'too-large', 'not-json', 'bad-url'];

/** An edition; what an answer brings. */
const edition = ({id = 'talks', revision, status = 'planned', title = 'Talks'}) => ({
  schemaVersion: '1.0',
  id,
  revision,
  lang: 'en',
  title,
  status: {value: status, claims: []},
  actors: [],
  topics: [],
  claims: [],
  positions: [],
  regions: [],
  facts: [],
  sources: [],
  changes: [],
});

/**
 * Lets everything run that needs no clock of ours. The check of an answer is imported, which takes as long as the machine
 * likes: the source has settled a request when it draws the jitter of the next wait.
 */
async function turn(world) {
  while (world.draws < world.expectedDraws) await new Promise((resolve) => setImmediate(resolve));
  world.expectedDraws = 0;
  await new Promise((resolve) => setImmediate(resolve));
}

/** The source with everything around it in our hands. */
class World {
  constructor(chance) {
    this.now = 1_000_000_000;
    this.isHidden = false;
    this.timers = new Set();
    this.watchers = new Set();
    this.requests = [];
    this.listeners = [];
    /** When the latest request that counted was settled. */
    this.settledAt = undefined;
    /** Random numbers that the source took, and how many it will have taken when it has settled a request. */
    this.draws = 0;
    this.expectedDraws = 0;
    this.environment = {
      now: () => this.now,
      setTimeout: (callback, ms) => {
        assert.ok(ms >= 0 && ms <= DAY * 2, `a timer of ${ms} ms`);
        const timer = {callback, at: this.now + ms, ms};
        this.timers.add(timer);
        return timer;
      },
      clearTimeout: (timer) => void this.timers.delete(timer),
      random: () => chance[this.draws++ % chance.length],
      hidden: () => this.isHidden,
      onWake: (callback) => {
        this.watchers.add(callback);
        return () => void this.watchers.delete(callback);
      },
    };
    this.source = new SummitSource(URL_OF_FILE, this.environment, (url, {cache, signal}) =>
      this.#fetch(url, cache === 'no-cache', signal),
    );
  }

  #fetch(url, fresh, signal) {
    const request = {fresh, signal, at: this.now, done: false};
    assert.equal(this.open.length, 0, 'two requests at a time');
    this.requests.push(request);
    return new Promise((resolve, reject) => {
      request.answer = (value, text = JSON.stringify(value)) => {
        resolve({value, text, url});
      };
      request.fail = (failure) => reject(failure);
    });
  }

  /** Requests on their way: neither answered nor given up. */
  get open() {
    return this.requests.filter(({done, signal}) => !done && !signal.aborted);
  }

  get present() {
    return this.listeners.filter(({left}) => left === undefined);
  }

  pass(ms) {
    this.now += ms;
    for (const timer of [...this.timers]) {
      if (timer.at > this.now || !this.timers.delete(timer)) continue;
      timer.callback();
    }
  }
}

/** What has to hold after every event. */
async function settle(model, world) {
  await turn(world);
  const {present, listeners, timers, watchers, open, requests} = world;
  assert.ok(open.length <= 1, 'more than one request on its way');

  // Nobody hears anything after it left.
  for (const {left, heard} of listeners)
    if (left !== undefined) assert.equal(heard.length, left, 'a listener heard of something after it left');

  // Everybody who stays has the last good answer and no other.
  for (const {heard, joined} of present) {
    const good = heard.filter(({summit}) => summit).at(-1);
    assert.equal(good?.summit.title, model.held?.title, 'the last good answer is not what is shown');
    assert.equal(good?.summit.revision, model.held?.revision);
    // A failure is told, and told to be over. Who comes after it with nothing to show is not told: it has a request of its own.
    if (model.failure && model.settles > joined)
      assert.ok(
        heard.some(({code}) => code === model.failure),
        `${model.failure} was not told`,
      );
    if (model.answered && !model.failure) assert.equal(heard.at(-1)?.code, undefined, 'a failure is said to last');
    // Each code once, until there was a success.
    const codes = heard.slice(heard.findLastIndex(({over}) => over) + 1).flatMap(({code}) => code ?? []);
    assert.equal(new Set(codes).size, codes.length, `told twice: ${codes.join()}`);
  }

  // The next request.
  const due = [...timers].filter(({ms}) => ms > 0);
  assert.ok(due.length <= 1, 'more than one timer');
  const intervals = present.flatMap(({interval}) => interval ?? []);
  const ends = ['ended', 'cancelled'].includes(model.held?.status);
  if (intervals.length === 0 || ends) {
    assert.equal(due.length, 0, 'a timer that nobody asked for');
    assert.equal(watchers.size, 0, 'the page is watched for nobody');
  } else {
    // While a request is on its way, it need not be watched yet.
    assert.ok(watchers.size === 1 || (open.length === 1 && watchers.size === 0), 'the page is not watched once');
    if (open.length > 0) assert.equal(due.length, 0, 'a timer beside a request');
    // Some request, or an attempt at one, was settled before this.
    if (due.length > 0) {
      const interval = Math.min(...intervals);
      const base = baseOf(interval, model.failures);
      const [{at}] = due;
      assert.ok(at >= world.settledAt + LEAST - 1 || model.moved, `asks again after ${at - world.settledAt} ms`);
      // The widest spread is that of a recovery.
      assert.ok(
        at - world.now <= Math.max(LEAST, base * (1 - TENTH)) + base + 1,
        `waits ${at - world.now} ms, of ${base}`,
      );
      // Who wakes up after a failure need not wait for its end.
      if (model.woken && model.failure && !model.moved)
        assert.ok(at - world.now <= WAKE_SPREAD + 1, `waits ${at - world.now} ms after waking up`);
    } else if (open.length === 0) {
      assert.ok(world.isHidden, 'nothing will ever be asked again');
    }
  }
  // With nobody there, nothing goes on but the moment in which somebody may come back.
  if (present.length === 0 && timers.size === 0) assert.equal(open.length, 0, 'a request that nobody waits for');

  // No request is sooner after another than a server can take, unless somebody new has nothing to show.
  for (const {fresh, at, settledBefore, moved} of requests) {
    if (fresh && settledBefore !== undefined && !moved)
      assert.ok(at - settledBefore >= LEAST - 1, `asked again after ${at - settledBefore} ms`);
  }
  assert.deepEqual(world.thrown, undefined);
}

/** Notes for new requests what was before them. */
function noteRequests(model, world, from) {
  for (const request of world.requests.slice(from))
    Object.assign(request, {settledBefore: world.settledAt, moved: model.moved});
}

/** A command: what happens, in the model and in the world, and then all that has to hold. */
class Event {
  constructor(name, values, can, run) {
    Object.assign(this, {name, values, can, perform: run});
  }

  check(model) {
    return this.can?.(model, this.values) ?? true;
  }

  async run(model, world) {
    const before = world.requests.length;
    await this.perform(model, world, this.values);
    noteRequests(model, world, before);
    await settle(model, world);
    model.woken = false;
    noteRequests(model, world, before);
  }

  toString() {
    return `${this.name}(${fc.stringify(this.values)})`;
  }
}

/** Settles a request, in the model as well. */
function settled(model, world, request, {good, code}) {
  const counts = world.open.includes(request);
  request.done = true;
  if (!counts) return;
  world.expectedDraws = world.draws + 1;
  world.settledAt = world.now;
  model.moved = false;
  model.answered = true;
  model.settles += 1;
  model.failure = code;
  model.failures = code ? model.failures + 1 : 0;
  // Of one summit, an edition before the one that is held is what a cache on the way had.
  const isEarlier = good && model.held?.id === good.id && good.revision < model.held.revision;
  const isLater = good && (model.held?.id !== good.id || good.revision > model.held.revision);
  if (isLater) model.texts = [];
  // Of two texts in turn under one revision, each is shown once; of very many, the first five.
  const text = JSON.stringify(good);
  const isRepeated =
    good && !isLater && text !== JSON.stringify(model.held) && (model.texts.includes(text) || model.texts.length === 5);
  if (good && !isEarlier && !isRepeated) {
    if (!model.texts.includes(text)) model.texts.push(text);
    model.held = good;
  }
}

const events = {
  subscribe: (interval, leaves) =>
    new Event('subscribe', {interval, leaves}, undefined, (model, world) => {
      const refreshMs = interval > 0 ? Math.min(Math.max(interval * SECOND, LEAST), DAY) : undefined;
      const listener = {
        heard: [],
        left: undefined,
        joined: model.held ? -1 : model.settles,
        interval: refreshMs,
        throws: leaves === 'throws',
      };
      const hear = (news) => {
        assert.ok(listener.returned, 'told before subscribe has returned');
        listener.heard.push(news);
        if (leaves === 'at once') leave(listener);
        if (listener.throws) throw new Error('a page’s fault');
      };
      listener.stop = world.source.subscribe(
        {
          loaded: (summit, url) => {
            assert.equal(url, URL_OF_FILE);
            hear({summit, over: model.answered && !model.failure});
          },
          failed: ({code}) => hear({code}),
        },
        interval,
      );
      listener.returned = true;
      world.listeners.push(listener);
    }),
  leave: (which, stay) =>
    new Event('leave', {which, stay}, undefined, (model, world) => {
      const {present} = world;
      if (present.length === 0) return;
      leave(present[which % present.length]);
      if (stay === 'no longer') world.pass(0);
      if (stay === 'moved') return events.subscribe(undefined).perform(model, world);
    }),
  leaveAll: () =>
    new Event('leaveAll', {}, undefined, async (model, world) => {
      for (const listener of world.present) leave(listener);
      world.pass(0);
      assert.equal(world.timers.size, 0, 'a timer is left');
      assert.equal(world.watchers.size, 0, 'the page is still watched');
      assert.equal(world.open.length, 0, 'a request is left');
      assert.ok(world.source.idle);
    }),
  /** An answer to the request on its way, or late to one that was given up. */
  answer: (which, file) =>
    new Event('answer', {which, file}, undefined, (model, world) => {
      const waiting = world.requests.filter(({done}) => !done);
      if (waiting.length === 0) return;
      const request = waiting[which % waiting.length];
      model.count += 1;
      const data = edition({...file, title: file.same ? 'Talks' : `Talks ${model.count}`});
      settled(model, world, request, {good: {...data, status: data.status.value}});
      request.answer(data);
    }),
  fail: (which, how) =>
    new Event('fail', {which, how}, undefined, (model, world) => {
      const waiting = world.requests.filter(({done}) => !done);
      if (waiting.length === 0) return;
      const request = waiting[which % waiting.length];
      const {code = how} =
        {throws: {code: 'network'}, wrong: {code: 'invalid'}, later: {code: 'unsupported-version'}}[how] ?? {};
      settled(model, world, request, {code});
      if (how === 'wrong') request.answer({...edition({revision: 1}), title: ''});
      else if (how === 'later') request.answer({...edition({revision: 1}), schemaVersion: '2.0'});
      else request.fail(how === 'throws' ? new TypeError('odd') : new LoadFailure(how, 'as the test wishes'));
    }),
  pass: (ms) => new Event('pass', {ms}, undefined, (model, world) => world.pass(ms)),
  /** To the very moment of the next request. */
  next: () =>
    new Event('next', {}, undefined, (model, world) => {
      if (world.timers.size > 0) world.pass(Math.max(...[...world.timers].map(({at}) => at - world.now), 0));
    }),
  setBack: (ms) =>
    new Event('setBack', {ms}, undefined, (model, world) => {
      world.now -= ms;
      for (const timer of world.timers) timer.at -= ms;
      // How long ago the latest answer was, nobody can tell now.
      model.moved = true;
    }),
  hide: () => new Event('hide', {}, undefined, (model, world) => void (world.isHidden = true)),
  show: () =>
    new Event('show', {}, undefined, (model, world) => {
      world.isHidden = false;
      for (const watcher of [...world.watchers]) watcher();
      model.woken = true;
    }),
};

function leave(listener) {
  if (listener.left !== undefined) return;
  listener.left = listener.heard.length;
  listener.stop();
  // Twice does nothing more.
  listener.stop();
}

const seconds = fc.oneof(
  fc.constantFrom(undefined, 0, -5, NaN, 0.001, 1, 15, 60, 400, 3600, 86_400, 1e9, Infinity),
  fc.integer({min: 1, max: 100_000}),
);
const file = fc.record({
  id: fc.constantFrom('talks', 'talks', 'talks', 'others'),
  revision: fc.integer({min: 1, max: 4}),
  status: fc.constantFrom('planned', 'planned', 'planned', 'under-way', 'ended', 'cancelled'),
  same: fc.boolean(),
});

const commands = fc.commands(
  [
    fc
      .tuple(seconds, fc.constantFrom(undefined, undefined, undefined, 'at once', 'throws'))
      .map((values) => events.subscribe(...values)),
    fc.tuple(seconds).map((values) => events.subscribe(...values)),
    fc.tuple(fc.nat(9), fc.constantFrom('no longer', 'a moment', 'moved')).map((values) => events.leave(...values)),
    fc.constant(null).map(() => events.leaveAll()),
    fc.tuple(fc.nat(3), file).map((values) => events.answer(...values)),
    fc.tuple(fc.constant(0), file).map((values) => events.answer(...values)),
    fc.tuple(fc.nat(3), fc.constantFrom(...CODES, 'wrong', 'later', 'throws')).map((values) => events.fail(...values)),
    fc.oneof(fc.integer({min: 0, max: 20_000}), fc.integer({min: 0, max: 2 * DAY})).map((ms) => events.pass(ms)),
    fc.constant(null).map(() => events.next()),
    fc.integer({min: 1, max: 2 * DAY}).map((ms) => events.setBack(ms)),
    fc.constant(null).map(() => events.hide()),
    fc.constant(null).map(() => events.show()),
  ],
  {maxCommands: 40, size: 'max'},
);

const chances = fc.array(fc.constantFrom(0.001, 0.25, 0.5, 0.999999), {minLength: 1, maxLength: 4});

describe('a data file at an address, whatever happens in whatever order', () => {
  it('shows the last good answer, asks no more than it may, and leaves nothing behind', async (t) => {
    t.mock.method(console, 'error', () => {});
    const rejections = [];
    const note = (reason) => rejections.push(reason);
    process.on('unhandledRejection', note);
    try {
      await check(
        fc.asyncProperty(commands, chances, async (commands, chances) => {
          const setup = () => ({
            model: {
              held: undefined,
              failure: undefined,
              failures: 0,
              answered: false,
              settles: 0,
              count: 0,
              moved: false,
            },
            real: new World(chances),
          });
          await fc.asyncModelRun(() => {
            const {model, real} = setup();
            return {model, real};
          }, [...commands, events.leaveAll()]);
          assert.deepEqual(rejections, []);
        }),
        150,
      );
    } finally {
      process.off('unhandledRejection', note);
      mock.restoreAll();
    }
  });

  it('waits longer with every failure, but no longer than 95 seconds or its own interval', () =>
    check(
      fc.asyncProperty(
        fc.integer({min: 1, max: 100_000}),
        fc.integer({min: 1, max: 30}),
        chances,
        async (interval, failures, chances) => {
          const world = new World(chances);
          const model = {
            held: undefined,
            failure: undefined,
            failures: 0,
            answered: false,
            settles: 0,
            count: 0,
            moved: false,
          };
          const refreshMs = Math.min(Math.max(interval * SECOND, LEAST), DAY);
          await events.subscribe(interval).run(model, world);
          for (let i = 0; i < failures; i++) {
            await events.fail(0, CODES[i % CODES.length]).run(model, world);
            const [{ms}] = world.timers;
            const base = baseOf(refreshMs, i + 1);
            // The first wait may be anywhere in the interval.
            assert.ok(ms >= (i === 0 ? LEAST : base * (1 - TENTH)) - 1, `failure ${i + 1}: ${ms} ms of ${base}`);
            assert.ok(
              ms <= Math.max(base * (1 + TENTH), LEAST + base * 2 * TENTH, 2 * LEAST) + 1,
              `failure ${i + 1}: ${ms} ms of ${base}`,
            );
            await events.next().run(model, world);
          }
          await events.answer(0, {revision: 1}).run(model, world);
          const [{ms}] = world.timers;
          assert.ok(
            ms <= Math.max(LEAST, refreshMs * (1 - TENTH)) + refreshMs + 1,
            `after a recovery it waits ${ms} ms`,
          );
          await events.next().run(model, world);
          await events.answer(0, {revision: 2}).run(model, world);
          assert.ok([...world.timers][0].ms <= Math.max(refreshMs * (1 + TENTH), LEAST + refreshMs * 2 * TENTH) + 1);
        },
      ),
      30,
    ));
});

it('was tried with many sequences', report);
