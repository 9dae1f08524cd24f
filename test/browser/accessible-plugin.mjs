// @ts-check
/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {Awaited<ReturnType<typeof import('../../tools/browsers/webkit.mjs').startWebKit>>} WebKit
 *
 * @typedef {object} Launcher Of Chromium and Firefox, which have pages, or of WebKit, which has a driver.
 * @property {(session: string) => Page} getPage
 * @property {() => Promise<WebKit>} [driver]
 *
 * @typedef {object} Wanted
 * @property {string} [role]
 * @property {string} [name]
 *
 * @typedef {object} Question
 * @property {string} host A selector.
 * @property {Wanted[]} what
 *
 * @typedef {object} Told A node.
 * @property {string} [role]
 * @property {string} [name]
 */

/**
 * Adds the command `accessible` to the browser tests: how many things of a role, and of a name, a box has for assistive
 * technology. Each engine is asked in the way it knows: Chromium for the whole tree, Firefox for what has this role and this
 * name, WebKit for role and name of one element after the other.
 *
 *   const [tables, cells] = await executeServerCommand('accessible', {
 *     host: 'summit-fact-box',
 *     what: [{role: 'table', name: 'Aims'}, {role: 'cell'}],
 *   });
 *
 * A description without `role` or without `name` leaves that open. Blanks of all kinds are one; those before a colon, where
 * engines differ, are none.
 */
export function accessiblePlugin() {
  return {
    name: 'accessible',

    /**
     * @param {object} call
     * @param {string} call.command
     * @param {Question} call.payload
     * @param {{browser: Launcher, id: string}} call.session
     */
    async executeCommand({command, payload, session}) {
      if (command !== 'accessible') return undefined;
      const {browser, id} = session;
      if (browser.driver) return countInWebKit(await browser.driver(), payload);
      const page = browser.getPage(id);
      const version = await page.browser().version();
      return /firefox/i.test(version) ? countInFirefox(page, payload) : countInChromium(page, payload);
    },
  };
}

const tidy = (text = '') =>
  text
    .replaceAll(/[\s\u00a0\u2002]+(?!:)/g, ' ')
    .replaceAll(/\s+:/g, ':')
    .trim();

/**
 * Of nodes with a role and a name.
 *
 * @param {Told[]} nodes
 * @param {Wanted[]} what
 */
function count(nodes, what) {
  return what.map(
    ({role, name}) =>
      nodes.filter((node) => (!role || node.role === role) && (name === undefined || tidy(node.name) === name)).length,
  );
}

/**
 * @param {Page} page
 * @param {Question} question
 */
async function countInChromium(page, {host, what}) {
  const protocol = await page.createCDPSession();
  try {
    const {root} = await protocol.send('DOM.getDocument', {depth: 0});
    const {nodeId} = await protocol.send('DOM.querySelector', {nodeId: root.nodeId, selector: host});
    const {node} = await protocol.send('DOM.describeNode', {nodeId, depth: -1, pierce: true});
    const inside = new Set(backendIds(node));
    const {nodes} = await protocol.send('Accessibility.getFullAXTree');
    const told = nodes.filter(
      ({ignored, backendDOMNodeId}) => !ignored && backendDOMNodeId !== undefined && inside.has(backendDOMNodeId),
    );
    return count(
      told.map(({role, name}) => ({role: role?.value, name: name?.value})),
      what,
    );
  } finally {
    await protocol.detach();
  }
}

/**
 * @param {import('puppeteer-core').Protocol.DOM.Node} node
 * @returns {number[]}
 */
function backendIds({backendNodeId, children = [], shadowRoots = []}) {
  return [backendNodeId, ...[...shadowRoots, ...children].flatMap(backendIds)];
}

/**
 * @param {Page} page
 * @param {Question} question
 */
async function countInFirefox(page, {host, what}) {
  const root = await page.evaluateHandle(
    (host) => /** @type {ShadowRoot} */ (document.querySelector(host)?.shadowRoot),
    host,
  );
  // Puppeteer has it, and leaves it out of its types.
  const asked =
    /** @type {typeof root & {queryAXTree(name?: string, role?: string): AsyncIterable<import('puppeteer-core').ElementHandle>}} */ (
      root
    );
  const countOne = async (/** @type {string | undefined} */ name, /** @type {string | undefined} */ role) => {
    let found = 0;
    for await (const handle of asked.queryAXTree(name, role)) {
      found += 1;
      await handle.dispose();
    }
    return found;
  };
  const counts = [];
  for (const {role, name} of what) {
    // It compares letter by letter, so it is asked for each way in which the blanks of the name are written there.
    const spellings = await root.evaluate(
      (root, name, blanks) => {
        const texts = [...root.querySelectorAll('*')].map(({textContent}) =>
          (textContent ?? '').replaceAll(/[\n ]+/g, ' ').trim(),
        );
        return [...new Set(texts)].filter(
          (text) => text !== name && text.replaceAll(new RegExp(blanks, 'g'), ' ') === name,
        );
      },
      name,
      '[\\s\\u00a0\\u2002]+',
    );
    let found = 0;
    for (const spelling of [name, ...(name === undefined ? [] : spellings)]) found += await countOne(spelling, role);
    counts.push(found);
  }
  await root.dispose();
  return counts;
}

/**
 * @param {WebKit} webkit
 * @param {Question} question
 */
async function countInWebKit(webkit, {host, what}) {
  const [elements, texts] = await webkit.elements((/** @type {string} */ host) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector(host)?.shadowRoot);
    const elements = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility());
    return [elements, elements.map(({textContent}) => textContent)];
  }, host);
  const nodes = [];
  for (const [i, element] of elements.entries()) {
    const role = await webkit.roleOf(element);
    // Each answer is a request of its own, so a name is asked for only where one is looked for: a long list has thousands.
    const named = what.some((wanted) => wanted.name !== undefined && (!wanted.role || wanted.role === role));
    // It gives headers of a table no name of their own: what they hold is read out.
    nodes.push({role, name: named ? (await webkit.nameOf(element)) || texts[i] : ''});
  }
  return count(nodes, what);
}
