import {editYaml} from '../../src/authoring/edit-yaml.js';
import {isSameJson} from '../../src/authoring/is-same-json.js';
import {YamlWriter} from '../../src/authoring/write-yaml.js';
import {findJsonDefect} from '../../src/loading/find-json-defect.js';
import type {FileFormat} from './read-file.js';

/**
 * Writes data in the format of the original. In YAML, what didn't change keeps its comments, its order and its style.
 *
 * @param original The file that was read; `undefined` for a new file, which is written in YAML.
 */
export function writeSummitText(
  original: {readonly text: string; readonly format: FileFormat} | undefined,
  value: unknown,
): string {
  // A copy without keys that have no value.
  const plain = JSON.parse(JSON.stringify(value)) as Readonly<Record<string, unknown>>;
  if (original?.format === 'json') return writeJson(original.text, plain);
  const edited = original && editYaml(original.text, plain);
  return edited ?? new YamlWriter('\n').writeFile(plain);
}

/** An unchanged file stays as it is, also if it is indented differently. */
function writeJson(text: string, value: unknown): string {
  if (findJsonDefect(text) === undefined && isSameJson(JSON.parse(text), value)) return text;
  return `${JSON.stringify(value, null, 2)}\n`;
}
