// @ts-check
/** Editors in a page, each in the configurations that sites have. */

const TAGS = 'summit-goal-comparison,summit-region-list,summit-fact-box';

export const editorHtml = `
<link rel="stylesheet" href="/packages/ckeditor5/dist/browser/ckeditor5.css">
<script src="/packages/ckeditor5/dist/browser/ckeditor5.umd.js"></script>
<script src="/packages/tinymce/tinymce.min.js"></script>
<script src="/packages/quill/dist/quill.js"></script>
<script src="/packages/trix/dist/trix.umd.min.js"></script>
<body></body>`;

/**
 * In the page: starts an editor, gives it a text, and returns the text as the editor saves it.
 *
 * @param {string} html
 */
async function saveInCKEditor(html, /** @type {Record<string, unknown>} */ config) {
  const {CKEDITOR} = /** @type {any} */ (window);
  const plugins = /** @type {string[]} */ (config['plugins']).map((name) => CKEDITOR[name]);
  const every = {name: /.*/, attributes: true, classes: true, styles: true};
  const element = document.body.appendChild(document.createElement('div'));
  const editor = await CKEDITOR.ClassicEditor.create(element, {
    licenseKey: 'GPL',
    plugins,
    ...(config['everyTag'] ? {htmlSupport: {allow: [every]}} : {}),
  });
  try {
    editor.setData(html);
    return editor.getData();
  } finally {
    await editor.destroy();
    element.remove();
  }
}

/**
 * In the page: the same with TinyMCE.
 *
 * @param {string} html
 */
async function saveInTinyMce(html, /** @type {Record<string, unknown>} */ config) {
  const {tinymce} = /** @type {any} */ (window);
  const target = document.body.appendChild(document.createElement('textarea'));
  const [editor] = await tinymce.init({
    target,
    license_key: 'gpl',
    promotion: false,
    plugins: 'code link lists table',
    ...config,
  });
  try {
    editor.setContent(html);
    return editor.getContent();
  } finally {
    editor.remove();
    target.remove();
  }
}

/**
 * In the page: the same with Quill.
 *
 * @param {string} html
 */
function saveInQuill(html) {
  const {Quill} = /** @type {any} */ (window);
  const element = document.body.appendChild(document.createElement('div'));
  const quill = new Quill(element);
  quill.setContents(quill.clipboard.convert({html}));
  const saved = quill.getSemanticHTML();
  element.remove();
  return saved;
}

/**
 * In the page: the same with Trix.
 *
 * @param {string} html
 */
async function saveInTrix(html) {
  const element = /** @type {any} */ (document.createElement('trix-editor'));
  const ready = new Promise((resolve) => element.addEventListener('trix-initialize', resolve, {once: true}));
  document.body.append(element);
  await ready;
  element.editor.loadHTML(html);
  const saved = element.value;
  element.remove();
  return saved;
}

const PLUGINS = [
  'Essentials',
  'Paragraph',
  'Heading',
  'Bold',
  'Italic',
  'Link',
  'List',
  'BlockQuote',
  'Table',
  'SourceEditing',
];

/** @typedef {(page: import('puppeteer-core').Page, html: string) => Promise<string>} Editor */

/** @type {Editor} */
const quill = (page, html) => page.evaluate(saveInQuill, html);

/** @type {Editor} */
const trix = (page, html) => page.evaluate(saveInTrix, html);

/** @type {(config: Record<string, unknown>) => Editor} */
const ckeditor = (config) => (page, html) => page.evaluate(saveInCKEditor, html, {plugins: PLUGINS, ...config});

/** @type {(config?: Record<string, unknown>) => Editor} */
const tinymce =
  (config = {}) =>
  (page, html) =>
    page.evaluate(saveInTinyMce, html, config);

export const editors = {
  ckeditor: ckeditor({}),
  ckeditorWithEveryTag: ckeditor({plugins: [...PLUGINS, 'GeneralHtmlSupport'], everyTag: true}),
  ckeditorWithHtmlEmbed: ckeditor({plugins: [...PLUGINS, 'HtmlEmbed']}),
  tinymce: tinymce(),
  tinymceWithEveryTag: tinymce({valid_elements: '*[*]'}),
  tinymceWithCustomElements: tinymce({custom_elements: TAGS}),
  tinymceForBoxes: tinymce({
    convert_urls: false,
    sandbox_iframes: false,
    custom_elements: TAGS,
    extended_valid_elements: `${TAGS.replaceAll(/[a-z]+-[a-z-]+/g, '$&[*]')},template[*],style[*],script[*]`,
  }),
  quill,
  trix,
};
