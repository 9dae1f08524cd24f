/**
 * What editors' programs know of the tags, from the manifest: completion and prose in VS Code (HTML and CSS) and in JetBrains'.
 * `writeEditorData('dist')` reads `dist/custom-elements.json` and writes beside it.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {getWebTypesData} from 'custom-element-jet-brains-integration';
import {getVsCodeCssCustomData, getVsCodeHtmlCustomData} from 'custom-element-vs-code-integration';

const options = {
  typesSrc: 'parsedType',
  hideLogs: true,
  // Twenty-two lines over every tag; each stands where it is written, in CSS.
  hideCssPropertiesDocs: true,
};

export function writeEditorData(dist) {
  const read = () => JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8'));
  const {name, version} = JSON.parse(readFileSync('package.json', 'utf8'));
  const css = JSON.parse(getVsCodeCssCustomData(read(), options));
  // It writes those that all elements share once for each.
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
