const SVG = 'http://www.w3.org/2000/svg';

/** Appends the nodes of a tree from a place in it on, the way a careful hand would write it. */
export function appendAll(parent, nodes, from = 0, namespace) {
  for (let i = from; i < nodes.length; i += 1) {
    const node = nodes[i];
    if (typeof node === 'string') {
      parent.appendChild(document.createTextNode(node));
      continue;
    }
    const [name, attributes] = node;
    const inside = name === 'svg' ? SVG : namespace;
    const element = inside ? document.createElementNS(inside, name) : document.createElement(name);
    for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
    appendAll(element, node, 2, inside);
    parent.appendChild(element);
  }
}

/** One sheet for all elements that share the text. */
const sheets = new Map();

export function sheetOf(css) {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}

/** A shadow root with the box's styles, for whatever renders into it. */
export function attachStyled(host, sheetTexts) {
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = sheetTexts.map(sheetOf);
  return root;
}
