import {readFileSync} from 'node:fs';
import path from 'node:path';
import {line} from './report.mjs';

/** The manifest's content for each tag, including members of the base class. */
export function reportElements(root) {
  const {modules} = JSON.parse(readFileSync(path.join(root, 'dist', 'custom-elements.json'), 'utf8'));
  const classes = new Map(
    modules.flatMap(({declarations = []}) => declarations).map((declaration) => [declaration.name, declaration]),
  );
  const report = new Map();
  // The analyzer uses the file system's order.
  for (const element of [...classes.values()]
    .filter(({tagName}) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1))) {
    const lineage = [];
    for (let one = element; one; one = classes.get(one.superclass?.name)) lineage.push(one);
    const all = (kind) =>
      [...new Map(lineage.flatMap((one) => one[kind] ?? []).map((one) => [one.name, one])).values()].sort((a, b) =>
        a.name < b.name ? -1 : 1,
      );
    const text = (item) => item.type?.text ?? '';
    const rows = [
      ['class', line(element.name)],
      ...all('attributes').map((item) => [`attribute ${item.name}`, line(text(item))]),
      ...all('members')
        .filter(({kind}) => kind === 'field')
        .map((item) => [
          `${item.static ? 'static ' : ''}property ${item.name}`,
          line(`${text(item)}${item.readonly ? ' (readonly)' : ''}`),
        ]),
      ...all('members')
        .filter(({kind}) => kind === 'method')
        .map((item) => [`method ${item.name}`, line(text(item))]),
      ...all('events').map((item) => [`event ${item.name}`, line(text(item))]),
      ...all('slots').map((item) => [`slot ${item.name || '(default)'}`, line()]),
      ...all('cssParts').map((item) => [`part ${item.name}`, line()]),
      // Defaults are visual; the screenshots in test/visual cover them.
      ...all('cssProperties').map((item) => [`custom property ${item.name}`, line()]),
    ];
    report.set(`<${element.tagName}>`, new Map(rows));
  }
  return report;
}
