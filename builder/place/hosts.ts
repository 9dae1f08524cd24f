/** The forms of a snippet. */
export const forms = ['prerendered', 'plain', 'markdown', 'script', 'frame'] as const;
export type Form = (typeof forms)[number];

/** A system that snippets are pasted into, with the form that works there. */
export interface Host {
  readonly name: string;
  readonly label: string;
  /** The recommended form. */
  readonly form: Form;
  /** The reason for this form, in one line. */
  readonly why: string;
  /** Whether our tests run this system. */
  readonly isTried: boolean;
}

export const hosts: readonly [Host, ...Host[]] = [
  {
    name: 'own-page',
    label: 'A page of your own, or a field that keeps all HTML',
    form: 'prerendered',
    why: 'Readers see the whole box at once, with or without JavaScript.',
    isTried: true,
  },
  {
    name: 'wordpress',
    label: 'WordPress',
    form: 'plain',
    why: 'Our plugin is the safest way (docs/wordpress.md). Without it: WordPress filters the whole post when an author saves it, including parts added by an administrator. Plain HTML isn’t changed.',
    isTried: true,
  },
  {
    name: 'wordpress-editor',
    label: 'WordPress, where only editors and administrators save the post',
    form: 'prerendered',
    why: 'Paste it into a Custom HTML block. If an author saves the post later, the box appears twice, so prefer our plugin. In a multisite network, only super administrators can do this.',
    isTried: true,
  },
  {
    name: 'ckeditor',
    label: 'CKEditor 5, also in Drupal',
    form: 'plain',
    why: 'CKEditor removes the content of templates, even if it allows all HTML. Its HTML embed feature and our plugin (docs/editors.md) keep the prerendered form.',
    isTried: true,
  },
  {
    name: 'tinymce',
    label: 'TinyMCE',
    form: 'plain',
    why: 'TinyMCE removes scripts unless it is configured to keep them, and rearranges unknown tags. Our plugin (docs/editors.md) keeps the prerendered form.',
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
    why: 'Paste it into an HTML block in Composer. If your site has none, use the frame.',
    isTried: false,
  },
  {
    name: 'newsletter',
    label: 'Substack or a newsletter',
    form: 'plain',
    why: 'Email clients don’t run scripts and drop unknown tags. “Copy as formatted text” copies the first level of the box as mail has it, also for Substack, which doesn’t accept HTML. For mail that you send as HTML, use render --as email.',
    isTried: false,
  },
  {
    name: 'frames-only',
    label: 'A CMS that accepts only iframes',
    form: 'frame',
    why: 'The frame sends its height in the formats that such hosts support.',
    isTried: true,
  },
  {
    name: 'mdx',
    label: 'MDX, or Markdown that keeps HTML',
    form: 'plain',
    why: 'It is one line without characters that have a meaning in Markdown or MDX.',
    isTried: true,
  },
  {
    name: 'markdown',
    label: 'Markdown that drops HTML, such as Hugo',
    form: 'markdown',
    why: 'Markdown headings, lists and tables are kept; HTML is dropped.',
    isTried: true,
  },
  {
    name: 'unknown',
    label: 'Another system, or you don’t know',
    form: 'plain',
    why: 'Nearly every filter keeps plain HTML, with every statement, speaker and source.',
    isTried: true,
  },
];

/** The host with this name, or the first host if there is none. */
export function findHost(name: string): Host {
  return hosts.find((host) => host.name === name) ?? hosts[0];
}
