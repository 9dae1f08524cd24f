/**
 * Writes data for code editors from the manifest: completion and descriptions for VS Code (HTML and CSS) and
 * JetBrains IDEs. `writeEditorData('dist')` reads `dist/custom-elements.json` and writes next to it.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {getWebTypesData} from 'custom-element-jet-brains-integration';
import {getVsCodeCssCustomData, getVsCodeHtmlCustomData} from 'custom-element-vs-code-integration';

const options = {
  typesSrc: 'parsedType',
  hideLogs: true,
  // Omitted from tags: 22 lines each. The CSS data has them.
  hideCssPropertiesDocs: true,
};

export function writeEditorData(dist) {
  const read = () => JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8'));
  const {name, version} = JSON.parse(readFileSync('package.json', 'utf8'));
  const css = JSON.parse(getVsCodeCssCustomData(read(), options));
  // The generator repeats properties that all elements share.
  css.properties = css.properties.filter(({name: own}, i, all) => all.findIndex((other) => other.name === own) === i);
  const files = {
    'vscode.html-custom-data.json': getVsCodeHtmlCustomData(read(), options),
    'vscode.css-custom-data.json': JSON.stringify(css),
    'web-types.json': JSON.stringify({
      ...JSON.parse(getWebTypesData(read(), {...options, packageJson: false})),
      name,
      version,
    }),
  };
  for (const [file, text] of Object.entries(files))
    writeFileSync(join(dist, file), `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
}
