import type {MarkupNode} from './markup.js';

/** Writes a node as XML, for files that aren't HTML. Characters that XML doesn't allow are removed. */
export function writeXml({name, text, attributes, children}: MarkupNode): string {
  if (!name) return escape(text);
  const written = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${escape(value).replaceAll('"', '&quot;')}"`,
  );
  const start = `<${name}${written.join('')}`;
  return children.length > 0 ? `${start}>${children.map(writeXml).join('')}</${name}>` : `${start}/>`;
}

function escape(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}
