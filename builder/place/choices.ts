import {elementNames, type ElementName} from '../../src/components/element-names.js';
import {attributeNames, flags, themeNames, type Attributes, type Theme} from '../../src/snippet/embed-options.js';
import {findHost, forms, type Form} from './hosts.js';

/** The data sources: `draft` is the summit in Write; `text` is pasted or comes from a local file. */
const origins = ['draft', 'bundled', 'address', 'text'] as const;
export type DataOrigin = (typeof origins)[number];

/** All choices of the editor. Excludes pasted data, which wouldn't fit into an address. */
export interface Choices {
  readonly element: ElementName;
  readonly data: DataOrigin;
  /** Values as typed, by attribute name. Values of other elements are kept in case the editor switches back. */
  readonly attributes: Attributes;
  readonly theme: Theme;
  /** Name of the host; empty for the first host. */
  readonly host: string;
  /** `undefined` for the form recommended for the host. */
  readonly form: Form | undefined;
  /** Whether a prerendered snippet includes the script. */
  readonly script: boolean;
  /** Whether a frame snippet includes the script that adjusts its height. */
  readonly resizer: boolean;
  /** Target of the link in the script form; empty for the frame page. */
  readonly link: string;
  /** Address of the folder with the built files, as typed; empty for the folder published with the builder. */
  readonly base: string;
}

const defaults: Choices = {
  element: 'goal-comparison',
  data: 'bundled',
  attributes: {},
  theme: {},
  host: '',
  form: undefined,
  script: true,
  resizer: false,
  link: '',
  base: '',
};

/** Reads the choices from an address's hash. Unknown and invalid parts are ignored; never throws. */
export function readChoices(hash: string): Choices {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === given.get(name));
  const texts = (names: readonly string[]): Attributes =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = given.get(name);
        return value || (value !== null && flags.includes(name)) ? [[name, flags.includes(name) ? '' : value]] : [];
      }),
    );
  const yes = (name: string): boolean | undefined => (given.has(name) ? given.get(name) === 'yes' : undefined);
  return {
    element: one('element', elementNames) ?? defaults.element,
    data: one('data', origins) ?? (given.get('src') ? 'address' : defaults.data),
    attributes: texts(attributeNames),
    theme: texts(themeNames),
    host: given.get('host') ?? '',
    form: one('form', forms),
    script: yes('script') ?? defaults.script,
    resizer: yes('resizer') ?? defaults.resizer,
    link: given.get('link') ?? '',
    base: given.get('base') ?? '',
  };
}

/** Writes the choices as a readable hash, such as `#element=fact-box&lang=de`. */
export function writeChoices(choices: Choices): string {
  const {element, data, attributes, theme, host, form, script, resizer, link, base} = choices;
  const given = new URLSearchParams({element});
  const add = (name: string, value: string | undefined): void => {
    if (value) given.set(name, value);
  };
  const addYes = (name: string, value: boolean | undefined, usual?: boolean): void => {
    if (value !== usual && value !== undefined) given.set(name, value ? 'yes' : 'no');
  };
  if (data !== defaults.data) add('data', data);
  for (const name of attributeNames) {
    const value = attributes[name];
    if (value !== undefined && flags.includes(name)) given.set(name, 'yes');
    else add(name, value);
  }
  for (const name of themeNames) add(name, theme[name]);
  add('host', host);
  add('form', form);
  addYes('script', script, defaults.script);
  addYes('resizer', resizer, defaults.resizer);
  add('link', link);
  add('base', base);
  // These characters are valid in a hash and easier to read unescaped.
  return `#${given.toString().replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%2C', ',')}`;
}

/** The chosen form, or the form recommended for the host. */
export function formOf({form, host}: Choices): Form {
  return form ?? findHost(host).form;
}
