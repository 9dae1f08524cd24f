/** Snippets as somebody pastes them: sound HTML, elements with attributes and slots that they have, files that are there. */
import {defaultTreeAdapter as adapter, html as known, parseFragment} from 'parse5';
import {checkCss} from './css.mjs';
import {elements, embedFiles, customProperties, integrityOf, packageName, summit, version} from './manifest.mjs';

/** Attributes that every element of HTML has, as far as a snippet needs them. */
const global = new Set(['id', 'class', 'slot', 'hidden', 'dir', 'lang', 'style', 'tabindex']);
const tags = new Set([...Object.values(known.TAG_NAMES), 'article', 'time', 'figure']);
const questions = ['who', 'what', 'where', 'when', 'why-here', 'why', 'expect', 'follows'];
/** Ids that an attribute may name where the box shows the bundled summit. */
const ids = {
  actors: summit.actors.map(({id}) => id),
  topics: [...summit.topics.map(({id}) => id), 'constraints'],
  facts: [...summit.facts.map(({id}) => id), ...questions],
};

/** @returns {{faults: string[], scripts: string[]}} What is wrong, and the scripts that stand in it. */
export function checkHtml(code) {
  const faults = [];
  const scripts = [];
  const fault = (text) => faults.push(text);
  const tree = parseFragment(code, {
    sourceCodeLocationInfo: true,
    onParseError: ({code: name, startLine}) => fault(`line ${startLine}: ${name}`),
  });
  const look = (node, parent) => {
    if (adapter.isElementNode(node)) {
      const attributes = Object.fromEntries(node.attrs.map(({name, value}) => [name, value]));
      checkTag(node, attributes, parent, fault);
      for (const name of ['src', 'href']) if (attributes[name]) checkAddress(attributes[name], attributes, fault);
      if (attributes.style) for (const text of checkCss(attributes.style, 'declarationList')) fault(text);
      const text = node.childNodes.map(({value = ''}) => value).join('');
      if (node.tagName === 'style') for (const message of checkCss(text)) fault(message);
      if (node.tagName === 'script' && text.trim()) scripts.push(text);
      // parse5 closes by itself what the snippet has left open.
      const {endTag} = node.sourceCodeLocation;
      if (!endTag && !voids.has(node.tagName)) fault(`<${node.tagName}> is not closed`);
    }
    for (const child of node.childNodes ?? []) look(child, node);
  };
  look(tree);
  return {faults, scripts};
}

const voids = new Set(['link', 'meta', 'img', 'br', 'hr', 'input', 'source']);

function checkTag({tagName}, attributes, parent, fault) {
  const slots = elements.get(parent?.tagName)?.slots;
  if (attributes.slot !== undefined && !slots?.has(attributes.slot)) {
    fault(`<${parent?.tagName ?? ''}> has no slot ${attributes.slot}`);
  }
  const element = elements.get(tagName);
  if (!element) {
    if (!tags.has(tagName)) fault(`there is no element ${tagName}`);
    return;
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (!element.attributes.has(name) && !global.has(name)) fault(`${tagName} has no attribute ${name}`);
    if (attributes.src !== undefined || !(name in ids)) continue;
    for (const id of value.split(/\s+/)) if (!ids[name].includes(id)) fault(`${name}: nothing has the id ${id}`);
  }
  const {refresh, src, scheme, 'heading-level': level} = attributes;
  if (refresh !== undefined && !(Number(refresh) >= 15 && src)) fault('refresh is at least 15, and of use with src alone');
  if (scheme !== undefined && !['auto', 'light', 'dark'].includes(scheme)) fault(`there is no scheme ${scheme}`);
  if (level !== undefined && !/^[1-6]$/.test(level)) fault(`there is no heading level ${level}`);
}

/** An address of one of our files has to be that of a file of this version; `…` in it stands for what changes. */
function checkAddress(address, attributes, fault) {
  const [, at, file, query] = new RegExp(`^/assets/${packageName}/(?:([^/]+)/)?([^?]+)(?:\\?(.*))?$`).exec(address) ?? [];
  if (file === undefined) return;
  if (at !== version) fault(`${address} is of version ${at ?? '(none)'}, not ${version}`);
  const parts = file.split('…').map((part) => part.replaceAll('.', String.raw`\.`));
  const pattern = new RegExp(`^${parts.join(String.raw`[\w-]+`)}$`);
  if (!embedFiles.some((name) => pattern.test(name))) fault(`dist/embed has no ${file}`);
  const {integrity, crossorigin} = attributes;
  if (integrity !== undefined) {
    if (integrity !== 'sha384-…' && integrity !== integrityOf(file)) fault(`${file} has another integrity`);
    if (crossorigin === undefined) fault('integrity without crossorigin is of no use from another host');
  }
  if (file === 'frame.html') checkFrame(new URLSearchParams(query), fault);
}

function checkFrame(query, fault) {
  const element = elements.get(`summit-${query.get('element')}`);
  if (!element) return fault(`there is no element ${query.get('element')}`);
  for (const name of query.keys()) {
    const isKnown = ['element', 'id'].includes(name) || element.attributes.has(name) || customProperties.has(`--summit-${name}`);
    if (!isKnown) fault(`the frame knows no ${name}`);
  }
}
