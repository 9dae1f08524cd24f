/* global bench, list -- what prepare and prepareList put into a page */
// What the list's pages do. Handed over as text, so it knows nothing of this file.

/** Fetches the data, and shows a small list and changes it, so that all code is there and warm. */
export async function prepareList({kind, count, warmUp}) {
  const read = async (name) => (await fetch(`/list/${name}.json`)).json();
  const make = {
    live: () => document.createElement('summit-region-list'),
    flat: () => document.createElement('flat-region-list'),
  }[kind];
  /** Whether all lists of 60 places are there. To look for the places would be work of the page. */
  const isWhole = ({shadowRoot}, {regions}) =>
    shadowRoot.querySelector('[part=regions]')?.childElementCount >= Math.ceil(regions.length / 60);
  /** Settles at the end of the frame in which the element shows these data, every row of them. */
  const showLive = async (element, summit) => {
    const loaded = new Promise((resolve, reject) => {
      element.addEventListener('summit-load', resolve, {once: true});
      element.addEventListener('summit-error', ({message}) => reject(new Error(message)), {once: true});
    });
    element.data = summit;
    if (!element.isConnected) document.body.append(element);
    await loaded;
    await bench.until(() => isWhole(element, summit));
  };
  const showFlat = async (element, tree) => {
    element.show(tree);
    if (!element.isConnected) document.body.append(element);
    await bench.nextFrame();
  };

  const rename = (summit, i, name) => ({
    ...summit,
    revision: summit.revision + 1,
    regions: summit.regions.map((region, j) => (i === j ? {...region, name} : region)),
  });
  const rewrite = (summit, i, text) => ({
    ...summit,
    revision: summit.revision + 1,
    claims: summit.claims.map((claim, j) => (i === j ? {...claim, text} : claim)),
  });
  const swapText = (node, old, text) => {
    if (typeof node === 'string') return node.startsWith(old) ? text + node.slice(old.length) : node;
    return node.map((part, i) => (i === 1 ? part : i === 0 ? part : swapText(part, old, text)));
  };

  const state = {};
  const start = async (name) => {
    Object.assign(state, await read(name));
    if (kind === 'flat') state.regions = state.summit.regions;
  };
  window.list = {
    state,
    element: undefined,
    /** What the step is about to show is made here, before the clock starts. */
    next: undefined,
    async first() {
      list.element = make();
      const from = performance.now();
      await (kind === 'live' ? showLive(list.element, state.summit) : showFlat(list.element, state.tree));
      return performance.now() - from;
    },
    /** @param {'region' | 'claim' | 'clone'} what @param {'targeted' | 'rebuild'} [how] For the flat list. */
    plan(what, how, name) {
      const {summit} = state;
      const i = Math.floor((what === 'claim' ? summit.claims : summit.regions).length / 2);
      const text = what === 'claim' ? `One side has said: ${name}.` : name;
      const old = what === 'claim' ? summit.claims[i].text : summit.regions[i].name;
      const edition = what === 'claim' ? rewrite(summit, i, text) : rename(summit, i, text);
      const id = (what === 'claim' ? edition.claims : edition.regions)[i].id;
      const tree = kind === 'flat' ? state.tree.map((node) => swapText(node, old, text)) : state.tree;
      list.next = {what, how, id, text, tree, summit: what === 'clone' ? structuredClone(edition) : edition};
    },
    async step() {
      const {element, next} = list;
      const from = performance.now();
      if (kind === 'live') {
        await showLive(element, next.summit);
      } else if (next.how === 'rebuild') {
        await showFlat(element, next.tree);
      } else {
        if (next.what === 'claim') element.rewriteClaim(next.id, next.text);
        else element.renameRegion(next.id, next.text);
        await bench.nextFrame();
      }
      return performance.now() - from;
    },
    /** After a step, outside of all measures: fails unless the change is to be seen. */
    keep() {
      const {id, text, what, summit, tree} = list.next;
      const row = list.element.shadowRoot.querySelector(
        what === 'claim' ? `li[data-id="${id}"]` : `.place[data-region="${id}"]`,
      );
      const shown = row?.textContent;
      if (!shown?.includes(text)) throw new Error(`${kind}, ${what}: the list does not show “${text}” but “${shown}”.`);
      Object.assign(state, {summit, tree});
    },
    text: () => bench.visibleText(list.element.shadowRoot.querySelector('[part=regions]')),
  };

  await start(warmUp);
  for (let i = 0; i < 3; i += 1) {
    await list.first();
    for (const what of ['region', 'claim', 'clone']) {
      for (const how of ['rebuild', 'targeted']) {
        list.plan(what, how, `Warm ${i} ${how}`);
        await list.step();
        list.keep();
      }
    }
    list.element.remove();
  }
  await start(count);
  await bench.nextFrame();
}
