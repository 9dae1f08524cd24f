/**
 * A page as Chromium tells it to assistive technology, in lines that a person can read through: role, name, level, state,
 * and the language where it changes. Ids, boxes of text and what only groups for the eye are left out.
 *
 *   const {'#box': lines} = await accessibilityTrees(page, ['#box']);
 */

/** Chromium's own names for what has a plainer one. */
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

/** States worth a word, by the name that Chromium has for them. */
const STATES = {
  expanded: (value) => (value ? 'open' : 'closed'),
  disabled: (value) => value && 'disabled',
  hidden: (value) => value && 'hidden',
  live: (value) => value && `live ${value}`,
};

/** Spaces of all kinds count as one; a wide or a hard one sounds no different. */
const plain = (text) => text.replaceAll(/[\s\u00a0\u2002\u2009\u202f]+/g, ' ');

/** The time of the reader's own clock. */
const withoutTime = (text) => text.replaceAll(/\d{1,2}:\d{2}(?: [AP]M)?/g, '{time}');

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
 * By node: what its element is called, the language it is in, how many columns it spans, which Chromium's protocol does
 * not tell; and the node right before it, if it goes on from there.
 */
function readMarkup(root) {
  const marks = new Map();
  const read = (node, inherited, before) => {
    const attributes = Object.fromEntries(
      Array.from({length: (node.attributes?.length ?? 0) / 2}, (_, i) => [node.attributes[2 * i], node.attributes[2 * i + 1]]),
    );
    const lang = attributes.lang || inherited;
    const names = node.localName ? [node.localName, `#${attributes.id}`] : undefined;
    marks.set(node.backendNodeId, {names, lang, span: attributes['aria-colspan'] ?? attributes.colspan, before});
    let last;
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
      read(child, lang, last);
      if (child.nodeType !== COMMENT) last = child.backendNodeId;
    }
  };
  read(root, undefined);
  return marks;
}

function write(top, byId, marks) {
  const lines = [];
  const markOf = (node) => marks.get(node.backendDOMNodeId) ?? {};

  /**
   * Texts that follow one another are one line, `[uk: …]` where they are of another language. A blank at the end of a line
   * on screen is not in the tree, and is put back.
   */
  const join = (texts, lang) => {
    let line = '';
    for (const [i, {text, lang: own, before}] of texts.entries()) {
      const apart = i > 0 && texts[i - 1].id !== before;
      const gap = apart && !/\s$/.test(line) && !/^[\s.,;:)،؛]/.test(text);
      line += `${gap ? ' ' : ''}${own === lang || !text.trim() ? text : `[${own}: ${text}]`}`;
    }
    return withoutTime(plain(line).trim());
  };

  /** A node as it is to be written: its parts are texts, each with its language, and other such nodes. */
  const make = (node, lang) => {
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
    if (INLINE.has(role) && children.every(({text}) => text !== undefined)) {
      return [{text: `[${role}: ${join(children, lang)}]`, lang, id: node.backendDOMNodeId, before: markOf(node).before}];
    }
    // What stands in a picture that has a name is no part of it for those who listen, though Chromium's protocol has it.
    return [{node, role: ROLES[role] ?? role, lang: own, children: role === 'image' && node.name?.value ? [] : children}];
  };

  const put = (depth, text) => lines.push('  '.repeat(depth) + text);

  const print = ({node, role, lang, children}, depth, outer) => {
    const name = withoutTime(plain(node.name?.value ?? '').trim());
    const value = (key) => node.properties?.find((property) => property.name === key)?.value.value;
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

    const groups = [];
    for (const child of children) {
      if (child.node) groups.push(child);
      else if (Array.isArray(groups.at(-1))) groups.at(-1).push(child);
      else groups.push([child]);
    }
    const parts = groups.map((group) => (Array.isArray(group) ? join(group, lang) : group)).filter((part) => part !== '');
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
  const stray = [];
  for (const part of parts) {
    if (part.node) print(part, 0, lang);
    else if (part.text.trim()) stray.push(part);
  }
  // Text of a box without a role of its own.
  if (stray.length > 0) put(0, join(stray, lang));
  return lines;
}
