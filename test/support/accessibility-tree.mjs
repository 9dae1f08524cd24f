// @ts-check
/**
 * A page as Chromium tells it to assistive technology, in lines that a person can read through: role, name, level, state,
 * and the language where it changes. Ids, boxes of text and what only groups for the eye are left out.
 *
 *   const {'#box': lines} = await accessibilityTrees(page, ['#box']);
 */

/**
 * @typedef {import('puppeteer-core').Protocol.Accessibility.AXNode} AXNode
 * @typedef {import('puppeteer-core').Protocol.DOM.Node} DomNode
 *
 * @typedef {object} Mark What the markup tells of a node.
 * @property {string[]} [names] What its element is called: its tag, and its id.
 * @property {string} [lang]
 * @property {string} [span] How many columns it spans.
 * @property {number} [before] The node right before it, if it goes on from there.
 *
 * @typedef {object} TextPart
 * @property {string} text
 * @property {string | undefined} lang
 * @property {number | undefined} id
 * @property {number | undefined} before
 * @property {undefined} [node]
 *
 * @typedef {object} NodePart
 * @property {AXNode} node
 * @property {string} role
 * @property {string | undefined} lang
 * @property {Part[]} children
 *
 * @typedef {TextPart | NodePart} Part
 */

/**
 * Chromium's own names for what has a plainer one.
 *
 * @type {Record<string, string>}
 */
const ROLES = {
  DescriptionList: 'description list',
  DisclosureTriangle: 'disclosure',
  DisclosureTriangleGrouped: 'disclosure',
  Figcaption: 'caption',
  LabelText: 'label',
};

/** They group, or look like something, and say nothing. */
const SILENT = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'RootWebArea', 'strong', 'emphasis']);

/** What these are called is what stands in them; it would be told twice here, not by a screen reader. */
const NAMED_BY_CONTENT = new Set(
  'button cell columnheader disclosure gridcell heading link listitem row rowheader term'.split(' '),
);

/** They stand in lines of text. */
const INLINE = new Set(['button', 'link']);

/**
 * States worth a word, by the name that Chromium has for them.
 *
 * @type {Record<string, (value: unknown) => unknown>}
 */
const STATES = {
  expanded: (value) => (value ? 'open' : 'closed'),
  disabled: (value) => value && 'disabled',
  hidden: (value) => value && 'hidden',
  live: (value) => value && `live ${value}`,
};

/** Spaces of all kinds count as one; a wide or a hard one sounds no different. */
const plain = (/** @type {string} */ text) => text.replaceAll(/[\s\u00a0\u2002\u2009\u202f]+/g, ' ');

/** The time of the reader's own clock. */
const withoutTime = (/** @type {string} */ text) => text.replaceAll(/\d{1,2}:\d{2}(?: [AP]M)?/g, '{time}');

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string[]} elements Each a tag that is on the page once, or an id with its hash.
 * @returns {Promise<Record<string, string[]>>} The lines of each.
 */
export async function accessibilityTrees(page, elements) {
  const cdp = await page.createCDPSession();
  try {
    // Blanks between elements tell which texts are apart.
    await cdp.send('DOM.enable', {includeWhitespace: 'all'});
    const {root} = await cdp.send('DOM.getDocument', {depth: -1, pierce: true});
    const {nodes} = await cdp.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const marks = readMarkup(root);
    return Object.fromEntries(
      elements.map((element) => {
        const [id] = [...marks].find(([, {names}]) => names?.includes(element)) ?? [];
        const top = nodes.find(({backendDOMNodeId}) => backendDOMNodeId === id);
        if (!top) throw new Error(`There is no ${element} in the tree.`);
        return [element, write(top, byId, marks)];
      }),
    );
  } finally {
    await cdp.detach();
  }
}

const COMMENT = 8;

/**
 * @param {Part[]} parts
 * @returns {parts is TextPart[]}
 */
const areTexts = (parts) => parts.every(({node}) => !node);

/**
 * By node, what Chromium's protocol does not tell.
 *
 * @param {DomNode} root
 */
function readMarkup(root) {
  /** @type {Map<number | undefined, Mark>} */
  const marks = new Map();
  /** @type {(node: DomNode, inherited?: string, before?: number) => void} */
  const read = (node, inherited, before) => {
    /** @type {Record<string, string>} */
    const attributes = Object.fromEntries(
      Array.from({length: (node.attributes?.length ?? 0) / 2}, (_, i) => [
        node.attributes?.[2 * i],
        node.attributes?.[2 * i + 1],
      ]),
    );
    const lang = attributes['lang'] || inherited;
    const names = node.localName ? [node.localName, `#${attributes['id']}`] : undefined;
    marks.set(node.backendNodeId, {names, lang, span: attributes['aria-colspan'] ?? attributes['colspan'], before});
    /** @type {number | undefined} */
    let last;
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
      read(child, lang, last);
      if (child.nodeType !== COMMENT) last = child.backendNodeId;
    }
  };
  read(root);
  return marks;
}

/**
 * @param {AXNode} top
 * @param {Map<string, AXNode>} byId
 * @param {Map<number | undefined, Mark>} marks
 */
function write(top, byId, marks) {
  /** @type {string[]} */
  const lines = [];
  const markOf = (/** @type {AXNode} */ node) => marks.get(node.backendDOMNodeId) ?? {};

  /**
   * Texts that follow one another are one line, `[uk: …]` where they are of another language. A blank at the end of a line
   * on screen is not in the tree, and is put back.
   *
   * @param {TextPart[]} texts
   * @param {string | undefined} lang
   */
  const join = (texts, lang) => {
    let line = '';
    for (const [i, {text, lang: own, before}] of texts.entries()) {
      const apart = i > 0 && texts[i - 1]?.id !== before;
      const gap = apart && !/\s$/.test(line) && !/^[\s.,;:)،؛]/.test(text);
      line += `${gap ? ' ' : ''}${own === lang || !text.trim() ? text : `[${own}: ${text}]`}`;
    }
    return withoutTime(plain(line).trim());
  };

  /**
   * A node as it is to be written: its parts are texts, each with its language, and other such nodes.
   *
   * @param {AXNode} node
   * @param {string | undefined} lang
   * @returns {Part[]}
   */
  const make = (node, lang) => {
    /** @type {string} */
    const role = node.role?.value;
    if (role === 'StaticText') {
      const {lang: own = lang, before} = markOf(node);
      return [{text: plain(node.name?.value ?? ''), lang: own, id: node.backendDOMNodeId, before}];
    }
    if (role === 'InlineTextBox') return [];
    const own = markOf(node).lang ?? lang;
    const children = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? make(child, own) : [];
    });
    if (node.ignored || SILENT.has(role)) return children;
    // Within a line, as it is heard.
    if (INLINE.has(role) && areTexts(children)) {
      return [
        {text: `[${role}: ${join(children, lang)}]`, lang, id: node.backendDOMNodeId, before: markOf(node).before},
      ];
    }
    // What stands in a picture that has a name is no part of it for those who listen, though Chromium's protocol has it.
    return [
      {node, role: ROLES[role] ?? role, lang: own, children: role === 'image' && node.name?.value ? [] : children},
    ];
  };

  const put = (/** @type {number} */ depth, /** @type {string} */ text) => lines.push('  '.repeat(depth) + text);

  /** @type {(part: NodePart, depth: number, outer: string | undefined) => void} */
  const print = ({node, role, lang, children}, depth, outer) => {
    const name = withoutTime(plain(node.name?.value ?? '').trim());
    const value = (/** @type {string} */ key) =>
      node.properties?.find((property) => property.name === key)?.value.value;
    const {span} = markOf(node);
    const states = [
      lang !== outer && `lang ${lang}`,
      span && `spans ${span} columns`,
      ...Object.entries(STATES).map(([key, tell]) => value(key) !== undefined && tell(value(key))),
      node.description?.value && `described as "${plain(node.description.value)}"`,
    ].filter(Boolean);
    const level = role === 'heading' ? ` ${value('level')}` : '';
    const head = `${role}${level}`;
    const tail = states.length > 0 ? ` (${states.join(', ')})` : '';

    /** @type {(NodePart | TextPart[])[]} */
    const groups = [];
    for (const child of children) {
      const last = groups.at(-1);
      if (child.node) groups.push(child);
      else if (Array.isArray(last)) last.push(child);
      else groups.push([child]);
    }
    const parts = groups
      .map((group) => (Array.isArray(group) ? join(group, lang) : group))
      .filter((part) => part !== '');
    const [only] = parts;
    const told = parts.length === 1 && typeof only === 'string' ? only : undefined;
    const bare = told?.replaceAll(/\[\w+(?:-\w+)?: ([^\]]*)\]/g, '$1');
    const named = name !== '' && (!NAMED_BY_CONTENT.has(role) || (bare !== undefined && bare !== name));
    put(depth, `${head}${named ? ` "${name}"` : ''}${tail}${told ? `: ${told}` : ''}`);
    if (told) return;
    for (const part of parts) {
      if (typeof part === 'string') put(depth + 1, part);
      else print(part, depth + 1, lang);
    }
  };

  const lang = markOf(top).lang;
  const parts = make(top, lang);
  /** @type {TextPart[]} */
  const stray = [];
  for (const part of parts) {
    if (part.node) print(part, 0, lang);
    else if (part.text.trim()) stray.push(part);
  }
  // Text of a box without a role of its own.
  if (stray.length > 0) put(0, join(stray, lang));
  return lines;
}
