// @ts-check
/** CKEditor 5 and TinyMCE with our plugins, in a page of their own: two builds of CKEditor 5 refuse to share one. */

/** Where the page finds our plugins and the editors. */
export const pluginFolders = {'/packages': 'test/world/node_modules', '/integrations': 'integrations'};

const imports = {ckeditor5: '/packages/ckeditor5/dist/browser/ckeditor5.js'};

export const pluginHtml = `
<link rel="stylesheet" href="/packages/ckeditor5/dist/browser/ckeditor5.css">
<link rel="stylesheet" href="/integrations/ckeditor5/summit-box.css">
<script type="importmap">${JSON.stringify({imports})}</script>
<script src="/packages/tinymce/tinymce.min.js"></script>
<script type="module">
  import * as CKEDITOR from 'ckeditor5';
  import {SummitBox} from '/integrations/ckeditor5/summit-box.js';
  import {checkSnippet} from '/integrations/shared/check-snippet.js';
  import '/integrations/tinymce/summit-box.js';
  const {ClassicEditor, Essentials, Paragraph, Heading, Bold, Link, List, Table} = CKEDITOR;
  const plugins = [Essentials, Paragraph, Heading, Bold, Link, List, Table, SummitBox];

  /** Copies from an element and pastes into one, as the browser does. */
  function makeClipboard(getElement) {
    const clipboardData = new DataTransfer();
    const send = (type) =>
      getElement().dispatchEvent(new ClipboardEvent(type, {clipboardData, bubbles: true, cancelable: true}));
    return {
      copy: () => send('copy'),
      async paste() {
        send('paste');
        // TinyMCE pastes in a task of its own.
        await new Promise((resolve) => setTimeout(resolve));
      },
    };
  }

  async function startCKEditor(summitBox, more = []) {
    const element = document.body.appendChild(document.createElement('div'));
    const editor = await ClassicEditor.create(element, {
      licenseKey: 'GPL',
      plugins: [...plugins, ...more.map((name) => CKEDITOR[name])],
      toolbar: ['summitBox', 'bold', 'undo'],
      summitBox,
    });
    const root = editor.model.document.getRoot();
    const change = (make) => editor.model.change(make);
    return {
      editor,
      set: (html) => editor.setData(html),
      get: () => editor.getData(),
      steps: {
        type: () => change((writer) => writer.insertText('New. ', root.getChild(0), 0)),
        selectBox() {
          const box = [...root.getChildren()].find(({name}) => name === 'summitBox');
          editor.editing.view.focus();
          change((writer) => writer.setSelection(box, 'on'));
        },
        selectEnd: () => change((writer) => writer.setSelection(root, 'end')),
        remove: () => editor.execute('delete'),
        undo: () => editor.execute('undo'),
        ...makeClipboard(() => editor.editing.view.getDomRoot()),
      },
      async end() {
        await editor.destroy();
        element.remove();
      },
    };
  }

  async function startTinyMce(summit_box, more = {}) {
    const target = document.body.appendChild(document.createElement('textarea'));
    const [editor] = await tinymce.init({
      target,
      license_key: 'gpl',
      promotion: false,
      plugins: 'code link lists table summitbox',
      toolbar: 'summitbox bold undo',
      summit_box,
      ...more,
    });
    return {
      editor,
      set(html) {
        editor.setContent(html);
        editor.undoManager.clear();
        editor.undoManager.add();
      },
      get: () => editor.getContent(),
      steps: {
        type() {
          editor.selection.setCursorLocation(editor.getBody().querySelector('p').firstChild, 0);
          editor.insertContent('New. ');
        },
        selectBox() {
          editor.focus();
          editor.selection.select(editor.getBody().querySelector('[data-summit-box]'));
        },
        selectEnd() {
          const last = [...editor.getBody().children].findLast(({textContent}) => textContent === 'After.');
          editor.selection.setCursorLocation(last, 1);
        },
        remove: () => editor.execCommand('Delete'),
        undo: () => editor.undoManager.undo(),
        ...makeClipboard(() => editor.getBody()),
      },
      async end() {
        editor.remove();
        target.remove();
      },
    };
  }

  window.plugins = {checkSnippet, starts: {ckeditor: startCKEditor, tinymce: startTinyMce}};
</script>
<body></body>`;

/** @typedef {'ckeditor' | 'tinymce'} EditorName */

/** The scripts of the suite's snippets come from here. */
export const allowScript = '/embed/';

/**
 * Starts an editor with our plugin, gives it a text, and returns the text as the editor saves it.
 *
 * @param {EditorName} name
 * @returns {(page: import('puppeteer-core').Page, html: string) => Promise<string>}
 */
export const saveWithPlugin = (name) => (page, html) =>
  page.evaluate(
    async (name, html, allowScript) => {
      const running = await window.plugins.starts[name]?.({allowScript});
      if (!running) throw new Error(`There is no editor ${name}.`);
      try {
        running.set(html);
        return running.get();
      } finally {
        await running.end();
      }
    },
    name,
    html,
    allowScript,
  );
