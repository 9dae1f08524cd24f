/** Style sheets as somebody pastes them: sound, and with properties, parts and tags that the elements have. */
import type {Declaration} from 'css-tree';
import {lexer, parse, walk} from 'css-tree';
import {customProperties, elements, parts} from './manifest.mjs';

/** @param context What the text is: a sheet, or the value of a `style` attribute. */
export function checkCss(code: string, context: 'stylesheet' | 'declarationList' = 'stylesheet'): string[] {
  const issues: string[] = [];
  const tree = parse(code, {
    context,
    parseCustomProperty: true,
    onParseError: ({message, line}) => issues.push(`line ${line}: ${message}`),
  });
  walk(tree, (node) => {
    if (node.type === 'Declaration') issues.push(...checkDeclaration(node));
    if (node.type === 'TypeSelector' && node.name.includes('-') && !elements.has(node.name)) {
      issues.push(`there is no element ${node.name}`);
    }
    if (node.type === 'PseudoElementSelector' && node.name === 'part') {
      walk(node, (inner) => {
        const name = inner.type === 'Raw' ? inner.value : inner.type === 'Identifier' ? inner.name : undefined;
        if (name !== undefined && !parts.has(name)) issues.push(`there is no part ${name}`);
      });
    }
    // Wherever it is used: in a declaration, or by var().
    if (node.type === 'Identifier' && node.name.startsWith('--summit-') && !customProperties.has(node.name)) {
      issues.push(`there is no custom property ${node.name}`);
    }
  });
  return issues;
}

function checkDeclaration({property, value}: Declaration): string[] {
  if (property.startsWith('--summit-')) {
    return customProperties.has(property) ? [] : [`there is no custom property ${property}`];
  }
  if (property.startsWith('--')) return [];
  const {error} = lexer.matchProperty(property, value);
  return error ? [`${property}: ${'rawMessage' in error ? error.rawMessage : error.message}`] : [];
}
