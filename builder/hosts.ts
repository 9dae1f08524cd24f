import type {Form} from './choices.js';

/** A place where a snippet will be pasted, and what is known to get through there. */
export interface Host {
  readonly name: string;
  readonly label: string;
  /** The form that serves its readers best. */
  readonly form: Form;
  /** Whether it drops unknown tags, so that plain HTML is all that may be counted on. */
  readonly plain?: boolean;
  /** Why this form, in a line. */
  readonly why: string;
}

export const hosts: readonly [Host, ...Host[]] = [
  {
    name: 'own-page',
    label: 'A page of your own, or full HTML',
    form: 'prerendered',
    why: 'Readers have the whole box at once, before, without and after the script.',
  },
  {
    name: 'wordpress-editor',
    label: 'WordPress, as editor or administrator',
    form: 'prerendered',
    why: 'Paste it into a Custom HTML block. WordPress keeps all HTML of these roles; in a network of sites, of super administrators alone.',
  },
  {
    name: 'wordpress-author',
    label: 'WordPress, as author or contributor',
    form: 'prerendered',
    plain: true,
    why: 'WordPress takes scripts, frames and unknown tags out of what these roles save. Plain HTML stays.',
  },
  {
    name: 'drupal',
    label: 'Drupal',
    form: 'prerendered',
    why: 'Choose the text format Full HTML. A restricted one keeps plain HTML alone: then tick that below.',
  },
  {
    name: 'ghost',
    label: 'Ghost',
    form: 'prerendered',
    why: 'Paste it into an HTML card, which keeps all HTML.',
  },
  {
    name: 'arc-xp',
    label: 'Arc XP',
    form: 'prerendered',
    why: 'Paste it into an HTML block of Composer. Where your site has none, or drops what stands in it, take the frame.',
  },
  {
    name: 'newsletter',
    label: 'Substack or a newsletter',
    form: 'prerendered',
    plain: true,
    why: 'Mail programs run no script and drop unknown tags. Substack takes no HTML at all: use “Copy as formatted text”.',
  },
  {
    name: 'frames-only',
    label: 'A CMS that takes iframes only',
    form: 'frame',
    why: 'The frame tells its height in the ways that such hosts listen for.',
  },
  {
    name: 'markdown',
    label: 'Markdown',
    form: 'prerendered',
    plain: true,
    why: 'Plain HTML gets through, scripts and unknown tags often do not. Leave an empty line before and after it.',
  },
];

/** The host of this name; the first one where there is none. */
export function findHost(name: string): Host {
  return hosts.find((host) => host.name === name) ?? hosts[0];
}
