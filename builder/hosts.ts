import type {Form} from './choices.js';

/** A place where a snippet will be pasted, and what is known to get through there. */
export interface Host {
  readonly name: string;
  readonly label: string;
  /** The form that serves its readers best. */
  readonly form: Form;
  /** Why this form, in a line. */
  readonly why: string;
  /** Whether our tests run this very system. */
  readonly isTried: boolean;
}

export const hosts: readonly [Host, ...Host[]] = [
  {
    name: 'own-page',
    label: 'A page of your own, or a field that keeps all HTML',
    form: 'prerendered',
    why: 'Readers have the whole box at once, before, without and after the script.',
    isTried: true,
  },
  {
    name: 'wordpress',
    label: 'WordPress',
    form: 'plain',
    why: 'WordPress filters the whole post when an author saves it, also what an administrator has placed. Plain HTML stays whole.',
    isTried: false,
  },
  {
    name: 'wordpress-editor',
    label: 'WordPress, where only editors and administrators save the post',
    form: 'prerendered',
    why: 'Paste it into a Custom HTML block. In a network of sites only super administrators may.',
    isTried: false,
  },
  {
    name: 'ckeditor',
    label: 'CKEditor 5, also in Drupal',
    form: 'plain',
    why: 'CKEditor takes the content of templates out, even where it allows all HTML. In its HTML embed the prerendered form stays whole.',
    isTried: true,
  },
  {
    name: 'tinymce',
    label: 'TinyMCE',
    form: 'plain',
    why: 'TinyMCE takes scripts out unless it is set up for them, and rearranges tags that it does not know.',
    isTried: true,
  },
  {
    name: 'ghost',
    label: 'Ghost',
    form: 'prerendered',
    why: 'Paste it into an HTML card, which keeps all HTML.',
    isTried: false,
  },
  {
    name: 'arc-xp',
    label: 'Arc XP',
    form: 'plain',
    why: 'Paste it into an HTML block of Composer. Where your site has none, take the frame.',
    isTried: false,
  },
  {
    name: 'newsletter',
    label: 'Substack or a newsletter',
    form: 'plain',
    why: 'Mail programs run no script and drop unknown tags. Substack takes no HTML at all: use “Copy as formatted text”.',
    isTried: false,
  },
  {
    name: 'frames-only',
    label: 'A CMS that takes iframes only',
    form: 'frame',
    why: 'The frame tells its height in the ways that such hosts listen for.',
    isTried: true,
  },
  {
    name: 'mdx',
    label: 'MDX, or Markdown that keeps HTML',
    form: 'plain',
    why: 'It is one line without anything that Markdown or MDX reads as its own.',
    isTried: true,
  },
  {
    name: 'markdown',
    label: 'Markdown that drops HTML, such as Hugo',
    form: 'markdown',
    why: 'Headings, lists and tables in Markdown get through where HTML does not.',
    isTried: true,
  },
  {
    name: 'unknown',
    label: 'Another system, or you don’t know',
    form: 'plain',
    why: 'Plain HTML gets through nearly every filter, with every statement, speaker and source.',
    isTried: true,
  },
];

/** The host of this name; the first one where there is none. */
export function findHost(name: string): Host {
  return hosts.find((host) => host.name === name) ?? hosts[0];
}
