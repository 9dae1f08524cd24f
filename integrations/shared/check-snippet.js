/**
 * Finds and checks our snippets in the HTML of an article. The plugins for editors share this file.
 *
 * A snippet is kept byte for byte, so nothing is repaired: it either has only what our tools write, or it is refused.
 */

/**
 * @typedef {object} CheckOptions
 * @property {boolean | string | readonly string[]} [allowScript] `false`, the default, removes our script from
 *   snippets. `true` keeps it if it comes from the origin of the editor's page. A URL, or a list of URLs, names the
 *   folders that it may come from.
 *
 * @typedef {object} CheckedSnippet
 * @property {string} html The snippet, byte for byte, without a script that isn't allowed.
 * @property {string} label Name of the component and heading of the box.
 * @property {DocumentFragment} plainLayer What a reader sees if a system strips the rest; for the editing view.
 *
 * @typedef {CheckedSnippet | {error: string}} CheckResult `error` is a sentence for the editor who pasted the snippet.
 */

const labels = {
  'summit-goal-comparison': 'Goal comparison',
  'summit-region-list': 'Region list',
  'summit-fact-box': 'Fact box',
};
const tags = Object.keys(labels);

const tagAttributes =
  'src refresh heading heading-level scheme lang policy-url feedback-url actors topics facts no-map summit';

/** Attributes that every element in a snippet may have. */
const commonAttributes = 'class dir lang id part role slot';

/** The elements of snippets, and the attributes that each may have beside the common ones and `aria-…`, `data-…`. */
const elements = {
  ...Object.fromEntries(tags.map((tag) => [tag, tagAttributes])),
  ...Object.fromEntries(
    'div section header footer p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd b i em strong small span bdi sup sub q blockquote cite caption thead tr figure figcaption summary'
      .split(' ')
      .map((name) => [name, '']),
  ),
  a: 'href hreflang',
  br: '',
  details: 'open',
  slot: 'name',
  table: '',
  tbody: 'valign',
  td: 'colspan rowspan',
  template: 'shadowrootmode shadowrootclonable',
  th: 'scope width colspan rowspan',
  time: 'datetime',
  style: '',
  script: 'type async src integrity crossorigin',
  svg: 'viewBox fill fill-opacity width height preserveAspectRatio',
  g: '',
  path: 'd transform',
  circle: 'cx cy r',
  rect: 'x y width height',
  text: 'x y',
};

/** Each element's name with the set of its own attributes. */
const allowed = new Map(Object.entries(elements).map(([name, own]) => [name, new Set(own.split(' '))]));
const common = new Set(commonAttributes.split(' '));

const urlAttributes = new Set(['href', 'src', 'policy-url', 'feedback-url']);

/** The files of `dist/embed/` that a snippet may load. */
const scriptName = /^(?:summit-embeds(?:\.lazy|\.full)?|summit-elements)\.js$/;

/** What the style sheet in a shadow root may not have: what loads a file or gives a fixed position, and what could hide either. */
const unsafeStyle =
  /[\\<]|\/\*|\b(?:url|src|image|image-set|cross-fade|element)\(|@(?:import|font-face)|position:\s*fixed/i;
/** The rule for the custom properties of one component. */
const themeRule = /^summit-[a-z-]+\{(?!.*url\()(?:--summit-[a-z-]+:[\w#%.,()/ +-]+;?)+\}$/i;

const startTag = /<([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/iy;
const endTag = /<\/([a-z][a-z0-9-]*)>/iy;
const text = /[^<]+/y;

/**
 * Checks a snippet that somebody pastes, or that is in a stored article.
 *
 * @param {string} source
 * @param {CheckOptions} [options]
 * @returns {CheckResult}
 */
export function checkSnippet(source, {allowScript = false} = {}) {
  const html = allowScript ? source.trim() : withoutOurScripts(source.trim());
  if (!tags.some((tag) => html.includes(`<${tag}`))) {
    return {error: 'This isn’t a snippet with a box. Paste the whole snippet, from <div> to </div>.'};
  }
  const {body} = new DOMParser().parseFromString(html, 'text/html');
  const written = outlineOfSource(html);
  if (!written) return {error: 'The snippet isn’t complete, or was changed. Copy it again from the builder.'};
  const error = findError(body, allowScript);
  if (error) return {error};
  // A parser that repairs the snippet would put parts of it in other places.
  if (written.join(' ') !== outlineOf(body).join(' ')) {
    return {error: 'The snippet isn’t complete, or was changed. Copy it again from the builder.'};
  }
  const boxes = body.querySelectorAll(tags.join());
  const [box] = boxes;
  const [root] = body.children;
  if (!box || boxes.length > 1 || body.childNodes.length > 1 || (root !== box && box.parentNode !== root)) {
    return {error: 'Paste one snippet at a time, and nothing else.'};
  }
  const heading = box.querySelector('[role=heading], h1, h2, h3, h4, h5, h6, a')?.textContent.trim();
  const name = labels[box.localName];
  return {html, label: heading ? `${name}: ${heading}` : name, plainLayer: plainLayerOf(box)};
}

/**
 * Replaces every snippet in the HTML of an article. Snippets that `checkSnippet` refuses stay as they are.
 *
 * @param {string} html
 * @param {CheckOptions} options
 * @param {(snippet: CheckedSnippet) => string} write
 */
export function replaceSnippets(html, options, write) {
  let written = '';
  let end = 0;
  for (const {start, stop, outer} of findBoxes(html)) {
    if (start < end) continue;
    for (const [from, to] of outer ? [outer, [start, stop]] : [[start, stop]]) {
      if (from < end) continue;
      const checked = checkSnippet(html.slice(from, to), options);
      if ('error' in checked) continue;
      written += html.slice(end, from) + write(checked);
      end = to;
      break;
    }
  }
  return written + html.slice(end);
}

/** A snippet as the value of an attribute that needs no escaping. */
export const encodeSnippet = (/** @type {string} */ html) => encodeURIComponent(html);

/** @param {string} value What `encodeSnippet` returned; an empty string for everything else. */
export function decodeSnippet(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/**
 * The places of our elements, each with the place of the `<div>` around it if it is a snippet's.
 *
 * @param {string} html
 */
function* findBoxes(html) {
  const before = /^<div>\s*(?:<style>[^<]*<\/style>\s*|<script\b[^>]*>\s*<\/script>\s*)*$/i;
  const after = /(?:\s*<script\b[^>]*>\s*<\/script>)*\s*<\/div>/iy;
  const unclosed = new Set();
  let end = 0;
  for (const {index: start, 1: tag} of html.matchAll(/<(summit-[a-z-]+)[\s>]/g)) {
    if (start < end || !tags.includes(tag) || unclosed.has(tag)) continue;
    const close = html.indexOf(`</${tag}>`, start);
    if (close < 0) {
      unclosed.add(tag);
      continue;
    }
    const stop = close + tag.length + 3;
    const div = html.slice(end, start).lastIndexOf('<div>') + end;
    after.lastIndex = stop;
    const hasDiv = div >= end && before.test(html.slice(div, start)) && after.test(html);
    const outer = hasDiv ? [div, after.lastIndex] : undefined;
    end = outer ? outer[1] : stop;
    yield {start, stop, outer};
  }
}

/** @param {string} html */
function withoutOurScripts(html) {
  return html.replaceAll(/<script\b[^<>]*?\ssrc="([^"<>]*)"[^<>]*>\s*<\/script>/gi, (script, src) =>
    scriptName.test(src.slice(src.lastIndexOf('/') + 1)) ? '' : script,
  );
}

/**
 * The elements of a well-formed text in order, each with its depth; `undefined` if it isn't well-formed.
 *
 * @param {string} html
 */
function outlineOfSource(html) {
  const outline = [];
  const open = [];
  let at = 0;
  const read = (/** @type {RegExp} */ pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(html);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < html.length) {
    const start = read(startTag);
    if (start) {
      const name = start[1].toLowerCase();
      outline.push(`${open.length}:${name}`);
      if (name === 'br') continue;
      open.push(name);
      // The text of these ends only with their own end tag.
      if (name === 'style' || name === 'script') {
        at = html.indexOf(`</${name}>`, at);
        if (at < 0) return undefined;
      }
      continue;
    }
    const end = read(endTag);
    if (end ? open.pop() !== end[1].toLowerCase() : !read(text)) return undefined;
  }
  return open.length === 0 ? outline : undefined;
}

/**
 * The same of parsed nodes. The content of a template is one level below it.
 *
 * @param {ParentNode} parent
 * @returns {string[]}
 */
function outlineOf(parent, depth = 0) {
  return [...parent.children].flatMap((child) => [
    `${depth}:${child.localName}`,
    ...outlineOf(child instanceof HTMLTemplateElement ? child.content : child, depth + 1),
  ]);
}

/**
 * The first thing in a snippet that our tools don't write, as a sentence.
 *
 * @param {ParentNode} parent
 * @param {NonNullable<CheckOptions['allowScript']>} allowScript
 * @returns {string | undefined}
 */
function findError(parent, allowScript) {
  for (const element of parent.children) {
    const name = element.localName;
    const own = allowed.get(name);
    if (!own) return `A snippet has no <${name}>.`;
    for (const attribute of element.attributes) {
      const error = findAttributeError(name, own, attribute);
      if (error) return error;
    }
    if (name === 'script') {
      const error = findScriptError(element, allowScript);
      if (error) return error;
    }
    if (name === 'style' && !isSafeStyle(element)) return 'The snippet has style rules that our tools don’t write.';
    if (name === 'template' && !(element.parentElement && tags.includes(element.parentElement.localName))) {
      return 'A template may only be in one of our elements.';
    }
    const error = findError(element instanceof HTMLTemplateElement ? element.content : element, allowScript);
    if (error) return error;
  }
  return undefined;
}

/**
 * @param {string} element
 * @param {Set<string>} own
 * @param {Attr} attribute
 */
function findAttributeError(element, own, {name, value}) {
  if (!own.has(name) && !common.has(name) && !/^(?:aria|data)-[a-z-]+$/.test(name)) {
    return `A snippet has no attribute ${name} at <${element}>.`;
  }
  if (urlAttributes.has(name) && !isSafeUrl(value)) return `The address in ${name} at <${element}> isn’t allowed.`;
  return undefined;
}

/** @param {string} url */
function isSafeUrl(url) {
  try {
    return /^(?:https?|mailto):$/.test(new URL(url, 'https://page.example/').protocol);
  } catch {
    return false;
  }
}

/**
 * @param {Element} script
 * @param {NonNullable<CheckOptions['allowScript']>} allowScript
 */
function findScriptError(script, allowScript) {
  const src = script.getAttribute('src') ?? '';
  const error = `The script ${src} isn’t one that this site allows.`;
  if (!allowScript || script.textContent.trim() || !URL.canParse(src, document.baseURI)) return error;
  const {href, origin} = new URL(src, document.baseURI);
  const folders = allowScript === true ? [location.origin] : [allowScript].flat();
  const isAllowed = folders.some((folder) => {
    const base = new URL(folder, document.baseURI).href;
    return href.startsWith(base.endsWith('/') ? base : `${base}/`);
  });
  return isAllowed && origin !== 'null' && scriptName.test(href.slice(href.lastIndexOf('/') + 1)) ? undefined : error;
}

/** @param {Element} style */
function isSafeStyle(style) {
  const inShadowRoot = style.getRootNode() instanceof DocumentFragment && style.parentNode instanceof DocumentFragment;
  return inShadowRoot ? !unsafeStyle.test(style.textContent) : themeRule.test(style.textContent);
}

/**
 * A copy of the plain layer for the editing view, where links and ids would be in the way.
 *
 * @param {Element} box
 */
function plainLayerOf(box) {
  const layer = document.createDocumentFragment();
  for (const child of box.childNodes) {
    if (!(child instanceof HTMLTemplateElement)) layer.append(document.importNode(child, true));
  }
  for (const link of layer.querySelectorAll('a')) {
    const span = document.createElement('span');
    span.append(...link.childNodes);
    link.replaceWith(span);
  }
  for (const element of layer.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const element of layer.querySelectorAll('style, script, template')) element.remove();
  return layer;
}
