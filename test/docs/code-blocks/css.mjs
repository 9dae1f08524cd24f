/** Style sheets as somebody pastes them: sound, and with properties, parts and tags that the elements have. */
import {lexer, parse, walk} from 'css-tree';
import {customProperties, elements, parts} from './manifest.mjs';

/** @param {'stylesheet' | 'declarationList'} [context] What the text is: a sheet, or the value of a `style` attribute. */
export function checkCss(code, context = 'stylesheet') {
  const faults = [];
  const tree = parse(code, {
    context,
    parseCustomProperty: true,
    onParseError: ({message, line}) => faults.push(`line ${line}: ${message}`),
  });
  walk(tree, (node) => {
    if (node.type === 'Declaration') faults.push(...checkDeclaration(node));
    if (node.type === 'TypeSelector' && node.name.includes('-') && !elements.has(node.name)) {
      faults.push(`there is no element ${node.name}`);
    }
    if (node.type === 'PseudoElementSelector' && node.name === 'part') {
      walk(node, (inner) => {
        const name = inner.type === 'Raw' ? inner.value : inner.type === 'Identifier' ? inner.name : undefined;
        if (name !== undefined && !parts.has(name)) faults.push(`there is no part ${name}`);
      });
    }
    // Wherever it is used: in a declaration, or by var().
    if (node.type === 'Identifier' && node.name.startsWith('--summit-') && !customProperties.has(node.name)) {
      faults.push(`there is no custom property ${node.name}`);
    }
  });
  return faults;
}

function checkDeclaration({property, value}) {
  if (property.startsWith('--summit-')) {
    return customProperties.has(property) ? [] : [`there is no custom property ${property}`];
  }
  if (property.startsWith('--')) return [];
  const {error} = lexer.matchProperty(property, value);
  return error ? [`${property}: ${error.rawMessage ?? error.message}`] : [];
}
