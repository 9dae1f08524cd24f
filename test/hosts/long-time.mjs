// @ts-check
/**
 * Pages that stay open for long: what runs in them for the soak tests. The clock, chance and, where a test says so, the network
 * are the test's own, so that a day passes as fast as the machine can, and the same way each time.
 */

/**
 * @typedef {import('../../src/data/summit.js').Summit} Summit
 * @typedef {import('../../src/element/summit-element.js').SummitElement} SummitElement
 *
 * @typedef {object} Timer
 * @property {number} ms
 * @property {number} at
 * @property {() => void} callback
 *
 * @typedef {object} Listening
 * @property {EventTarget} target
 * @property {string} type
 * @property {EventListenerOrEventListenerObject | null} listener
 * @property {boolean} capture
 */

/**
 * In a page, after `watchPage`: puts a clock in the place of the page's, as `watch.time`. Our timers wait until it is moved on;
 * those without a delay run as ever. It also counts what is left behind: listeners on the window and the document, and timers.
 */
export function takeTime() {
  /** @type {WindowOrWorkerGlobalScope} */
  const page = window;
  const {setTimeout, clearTimeout, fetch} = page;
  /** How long a request may take: a timer of this kind is there while one is on its way, and no other is. */
  const LIMIT_MS = 10_000;
  const started = Date.now();
  /** @type {Map<number | undefined, Timer>} */
  const timers = new Map();
  /** @type {Set<number | undefined>} */
  const soon = new Set();
  /** @type {Set<Listening>} */
  const listeners = new Set();
  let now = 0;
  // Far from the browser's own numbers.
  let last = 1e9;

  // Those of the driver, which has some in pages of WebKit, are none of ours.
  const isOurs = () => String(new Error('Who asks?').stack).includes('/embed/');

  page.setTimeout = (/** @type {(...rest: unknown[]) => void} */ callback, ms = 0, ...rest) => {
    if (!isOurs()) return setTimeout(callback, ms, ...rest);
    last += 1;
    const timer = last;
    if (ms > 0) {
      timers.set(timer, {ms, at: now + ms, callback: () => callback(...rest)});
    } else {
      soon.add(timer);
      setTimeout(() => {
        if (soon.delete(timer)) callback(...rest);
      });
    }
    return timer;
  };
  page.clearTimeout = (timer) => {
    if (!timers.delete(timer) && !soon.delete(timer)) clearTimeout(timer);
  };
  Date.now = () => started + now;
  // The same chance in each run (Mulberry32).
  const seed = 20_310_401;
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  Math.random = random;

  let hidden = false;
  Object.defineProperty(document, 'hidden', {get: () => hidden});

  /** @type {(target: EventTarget, type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions) => Listening} */
  const nameOf = (target, type, listener, options) => {
    const capture = typeof options === 'object' ? Boolean(options?.capture) : Boolean(options);
    const known = [...listeners].find(
      (one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    );
    return known ?? {target, type, listener, capture};
  };
  /** @type {EventTarget[]} */
  const targets = [window, document];
  for (const target of targets) {
    const {addEventListener, removeEventListener} = target;
    target.addEventListener = (type, listener, options) => {
      const entry = nameOf(target, type, listener, options);
      listeners.add(entry);
      addEventListener.call(target, type, listener, options);
      if (typeof options === 'object' && options?.once)
        addEventListener.call(target, type, () => listeners.delete(entry), options);
    };
    target.removeEventListener = (type, listener, options) => {
      listeners.delete(nameOf(target, type, listener, options));
      removeEventListener.call(target, type, listener, options);
    };
  }

  const {port1, port2} = new MessageChannel();
  /** @type {(value?: unknown) => void} */
  let turned;
  port1.addEventListener('message', () => turned());
  port1.start();
  /** Everything that waits for its turn has had it. */
  const turn = () =>
    new Promise((resolve) => {
      turned = resolve;
      port2.postMessage(0);
    });

  const all = () => [...timers.values()];
  const asking = () => all().some(({ms}) => ms === LIMIT_MS);
  const waiting = () => all().filter(({ms}) => ms !== LIMIT_MS);

  window.watch.time = {
    LIMIT_MS,
    random,
    /** Lets chance begin anew. */
    reseed() {
      state = seed;
    },
    turn,
    now: () => now,
    /** How long each of the looks that wait was to wait from its beginning, in ms. */
    waits: () => waiting().map(({ms}) => ms),
    timers: () => timers.size + soon.size,
    asking,
    listeners: () =>
      [...listeners].map(({target, type}) => `${target === window ? 'window' : 'document'} ${type}`).sort(),
    /** As a browser does it when a reader goes to another tab, and comes back. */
    hide(/** @type {boolean} */ value) {
      hidden = value;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    /** Settles when no request is on its way and so many sources wait for their next look. */
    async settled(/** @type {() => number} */ sources) {
      const start = performance.now();
      while (soon.size > 0 || asking() || waiting().length !== sources()) {
        await turn();
        if (performance.now() - start > 60_000) {
          throw new Error(
            `Waited in vain: ${sources()} sources, ${JSON.stringify(all())}, ${soon.size} timers at once`,
          );
        }
      }
    },
    /** Goes to the next timer and lets it go off; false where there is none within that time, and then it has passed. */
    step(until = Infinity) {
      /** @type {[number | undefined, Timer] | undefined} */
      let next;
      for (const one of timers) if (one[1].at < (next?.[1].at ?? Infinity)) next = one;
      if (!next || next[1].at > until) {
        if (until < Infinity) now = Math.max(now, until);
        return false;
      }
      const [timer, {at, callback}] = next;
      timers.delete(timer);
      now = at;
      callback();
      return true;
    },
    /** Lets time pass, with all that comes of it. `sources` tells how many wait once all is done. */
    async pass(/** @type {number} */ ms, sources = () => 0) {
      const until = now + ms;
      while (this.step(until)) if (asking()) await this.settled(sources);
    },
    /** Moves on without a wait for anything. */
    advance(/** @type {number} */ ms) {
      const until = now + ms;
      while (this.step(until));
    },
  };
  // For tests that count without a server.
  window.watch.fetch = fetch.bind(window);
}

/**
 * In a page: `watch.churn(rounds)` connects, moves and disconnects boxes and changes what they are to show, one of it in each
 * round, by chance. It waits for nothing but the box itself, so that much is under way when the next thing happens.
 *
 * @param {object} what
 * @param {string[]} what.tags
 * @param {[Summit, Summit]} what.data
 * @param {string[]} what.addresses
 * @param {string} what.statement The hash of one.
 */
export function prepareChurn({tags, data, addresses, statement}) {
  const {watch} = window;
  const {time} = watch;
  const addColumn = () => document.body.appendChild(document.createElement('div'));
  /** @type {[HTMLElement, HTMLElement, HTMLElement]} */
  const columns = [addColumn(), addColumn(), addColumn()];
  // As a page's own tabs do it; it also spares the test most of the laying out.
  columns[1].hidden = columns[2].hidden = true;
  const counts = {connects: 0, disconnects: 0, moves: 0, changes: 0, opened: 0, furnished: 0, taken: 0};
  /** @type {SummitElement[]} */
  let alive = [];
  /** @type {<T>(list: ArrayLike<T>) => T} */
  const pick = (list) => /** @type {typeof list[0]} */ (list[Math.floor(time.random() * list.length)]);
  let number = 0;
  /** Half of the objects are known, half are new ones with news in them. */
  const someData = () => {
    number += 1;
    return pick([
      data[0],
      data[1],
      {...structuredClone(data[0]), revision: 10 + number, title: `Talks, as of round ${number}`, views: undefined},
    ]);
  };
  const makeBox = () => /** @type {SummitElement} */ (document.createElement(pick(tags)));
  const prerendered = () => {
    const {content} = /** @type {HTMLTemplateElement} */ (document.querySelector('#prerendered'));
    const box = /** @type {SummitElement} */ (document.importNode(pick(content.children), true));
    const layer = /** @type {HTMLTemplateElement} */ (box.querySelector('template'));
    box.attachShadow({mode: 'open'}).append(layer.content);
    layer.remove();
    counts.taken += 1;
    return box;
  };
  const make = {
    plain: makeBox,
    data: () => Object.assign(makeBox(), {data: someData()}),
    src: () => Object.assign(makeBox(), {src: pick(addresses), refresh: pick([undefined, 60, 15])}),
    german: () => Object.assign(makeBox(), {lang: 'de'}),
    prerendered,
  };
  /** @type {((box: SummitElement) => unknown)[]} */
  const changes = [
    (box) => (box.data = someData()),
    (box) => (box.data = undefined),
    (box) => (box.src = pick([...addresses, undefined])),
    (box) => (box.refresh = pick([undefined, 60, 15, 3600])),
    (box) => (box.lang = pick(['', 'de', 'en', 'fr', 'ar'])),
    (box) => box.setAttribute('heading', pick(['A heading', 'Another one'])),
    (box) => box.setAttribute('heading-level', pick(['2', '4'])),
    (box) => box.setAttribute('scheme', pick(['dark', 'light', 'auto'])),
    (box) => box.toggleAttribute('no-map'),
    (box) => box.setAttribute('facts', pick(['', 'what', 'expect'])),
    (box) => box.append(document.createElement('p')),
  ];
  const acts = {
    connect() {
      const box = pick(Object.values(make))();
      alive.push(box);
      pick(columns).append(box);
      counts.connects += 1;
      return box;
    },
    disconnect() {
      const [box] = alive.splice(Math.floor(time.random() * alive.length), 1);
      if (box?.shadowRoot?.querySelector('[open] button')) counts.furnished += 1;
      box?.remove();
      counts.disconnects += 1;
    },
    move() {
      const box = pick(alive);
      pick(columns).prepend(box);
      counts.moves += 1;
      return box;
    },
    change() {
      const box = pick(alive);
      pick(changes)(box);
      counts.changes += 1;
      return box;
    },
    open() {
      const box = pick(alive);
      const root = /** @type {ShadowRoot} */ (box.shadowRoot);
      for (const details of root.querySelectorAll('details')) details.open = time.random() < 0.7;
      root.querySelector('summary')?.focus();
      counts.opened += 1;
      return box;
    },
    goTo() {
      location.replace(pick([statement, '#elsewhere']));
    },
    async pass() {
      // To the next look for news. While one is on its way the clock stands still: it would be out of time.
      if (!time.asking()) time.step();
      await time.turn();
    },
  };
  /** @type {(keyof typeof acts)[]} */
  const plan = ['connect', 'connect', 'disconnect', 'disconnect', 'move', 'change', 'change', 'change', 'open', 'pass'];
  watch.churn = async (rounds) => {
    for (let round = 0; round < rounds; round += 1) {
      const act =
        alive.length < 3 ? 'connect' : alive.length > 6 ? 'disconnect' : round % 50 === 49 ? 'goTo' : pick(plan);
      const box = await acts[act]();
      await (box ? box.updateComplete : undefined);
    }
    return counts;
  };
  /** Takes all boxes off the page, and waits until nothing is under way. */
  watch.leave = async () => {
    counts.disconnects += alive.length;
    const boxes = alive;
    alive = [];
    for (const box of boxes) box.remove();
    for (const box of boxes) await box.updateComplete;
    location.replace('#elsewhere');
    getSelection()?.removeAllRanges();
    await time.settled(() => 0);
    watch.events.length = 0;
  };
}

/**
 * In a page: answers the page's requests without a server, so that they can be counted by the page's own clock. `watch.origin`
 * has them by their address: `asked`, the times in ms; `publish` makes another edition, which the next look gets.
 *
 * @param {object} what
 * @param {Summit} what.base
 * @param {string[]} what.addresses
 */
export function prepareOrigin({base, addresses}) {
  const {watch} = window;
  const {time} = watch;
  /** @type {Map<string, {text: string, ends: boolean}>} */
  const editions = new Map();
  /** @type {Watch['origin']} */
  const origin = {
    asked: Object.fromEntries(addresses.map((address) => [address, []])),
    ended: new Set(),
    publish(address, revision, status = 'under-way') {
      const summit = {
        ...base,
        id: `talks-${addresses.indexOf(address)}`,
        revision,
        title: `Talks ${addresses.indexOf(address)}, edition ${revision}`,
        views: undefined,
        status: {...base.status, value: status},
        claims: base.claims.map((claim, i) =>
          i === revision % base.claims.length ? {...claim, text: `${claim.text} (${revision})`} : claim,
        ),
      };
      editions.set(address, {text: JSON.stringify(summit), ends: status === 'ended'});
    },
    /** How many still have something to wait for. */
    live: () => addresses.length - origin.ended.size,
    requests: () => Object.values(origin.asked).reduce((sum, {length}) => sum + length, 0),
  };
  for (const address of addresses) origin.publish(address, 1);
  window.fetch = async (url) => {
    const {pathname} = new URL(String(url));
    const {text, ends} = /** @type {{text: string, ends: boolean}} */ (editions.get(pathname));
    origin.asked[pathname]?.push(time.now());
    if (ends) origin.ended.add(pathname);
    return new Response(text);
  };
  watch.origin = origin;
}
