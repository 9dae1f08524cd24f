/**
 * TinyMCE plugin, version 6 and later: a box is one block that the editor keeps byte for byte.
 *
 * @example
 *   import 'summit-embeds/integrations/tinymce/summit-box.js';
 *
 *   tinymce.init({
 *     selector: 'textarea',
 *     plugins: 'summitbox',
 *     toolbar: 'summitbox',
 *     summit_box: {allowScript: false},
 *   });
 */
import {checkSnippet, decodeSnippet, encodeSnippet, replaceSnippets} from '../shared/check-snippet.js';

/** The attribute of the block in the editor, with the whole snippet. */
const BLOCK = 'data-summit-box';

const contentStyle = `
  .summit-box {margin: 1em 0; padding: .5em 1em; border: 1px solid #8c8f94; border-block-start: 4px solid #6b4178}
  .summit-box-label {margin: 0 0 .5em; font: bold .8em/1.4 system-ui, sans-serif}
  .summit-box-plain {max-height: 16em; overflow: auto; font-size: .9em}
`;

/**
 * Registers the plugin `summitbox`, its toolbar button and its menu item of the same name.
 *
 * @param {object} tinymce The global object, or what the package exports.
 */
export function addSummitBox(tinymce) {
  tinymce.PluginManager.add('summitbox', (editor) => {
    editor.options.register('summit_box', {processor: 'object', default: {allowScript: false}});
    const getOptions = () => editor.options.get('summit_box');
    keepSnippets(editor, tinymce, getOptions);
    editor.contentStyles.push(contentStyle);
    const item = {text: 'Summit box', onAction: () => openDialog(editor, getOptions)};
    editor.ui.registry.addButton('summitbox', {...item, tooltip: 'Summit box'});
    editor.ui.registry.addMenuItem('summitbox', item);
    return {getMetadata: () => ({name: 'Summit box'})};
  });
}

/**
 * A snippet never reaches the editor's parser: there is a block in its place, which the serializer replaces by the
 * snippet. So our tags, templates and scripts needn't be valid elements, and a refused snippet is filtered as usual.
 */
function keepSnippets(editor, tinymce, getOptions) {
  const toBlocks = (event) => {
    if (typeof event.content === 'string' && event.format !== 'raw') {
      event.content = replaceSnippets(event.content, getOptions(), writeBlock);
    }
  };
  editor.on('BeforeSetContent PastePreProcess', toBlocks);
  editor.on('PreInit', () => {
    allowBlock(editor.schema);
    editor.serializer.addAttributeFilter(BLOCK, (nodes) => {
      for (const node of nodes) {
        // An article may have the attribute without being checked.
        const checked = checkSnippet(decodeSnippet(node.attr(BLOCK)), getOptions());
        if ('error' in checked) {
          node.remove();
          continue;
        }
        const text = new tinymce.html.Node('#text', 3);
        text.value = checked.html;
        text.raw = true;
        node.replace(text);
      }
    });
  });
}

/** Allows the block even if the site's `valid_elements` are strict. */
function allowBlock(schema) {
  const names = ['class', 'contenteditable', BLOCK];
  const rule = schema.getElementRule('div');
  if (!rule) {
    schema.addValidElements(`div[${names.join('|')}]`);
    return;
  }
  for (const name of names) {
    if (rule.attributes[name]) continue;
    rule.attributes[name] = {};
    rule.attributesOrder.push(name);
  }
}

/** The block as the editor shows it. */
function writeBlock({html, label, plainLayer}) {
  const block = document.createElement('div');
  block.className = 'summit-box';
  block.contentEditable = 'false';
  block.setAttribute(BLOCK, encodeSnippet(html));
  const title = document.createElement('p');
  title.className = 'summit-box-label';
  title.textContent = label;
  const plain = document.createElement('div');
  plain.className = 'summit-box-plain';
  plain.append(plainLayer);
  block.append(title, plain);
  return new XMLSerializer().serializeToString(block).replace(' xmlns="http://www.w3.org/1999/xhtml"', '');
}

function openDialog(editor, getOptions) {
  const block = editor.selection.getNode().closest(`[${BLOCK}]`);
  const describe = (html, error) => ({
    title: 'Summit box',
    size: 'medium',
    body: {
      type: 'panel',
      items: [
        ...(error ? [{type: 'alertbanner', level: 'error', icon: 'warning', text: editor.dom.encode(error)}] : []),
        {type: 'textarea', name: 'html', label: 'Snippet'},
      ],
    },
    initialData: {html},
    buttons: [
      {type: 'cancel', text: 'Cancel'},
      {type: 'submit', text: block ? 'Update' : 'Insert', buttonType: 'primary'},
    ],
    onSubmit(dialog) {
      const {html: pasted} = dialog.getData();
      const checked = checkSnippet(pasted, getOptions());
      if ('error' in checked) {
        dialog.redial(describe(pasted, checked.error));
        dialog.focus('html');
        return;
      }
      dialog.close();
      editor.undoManager.transact(() => {
        if (block) editor.dom.setOuterHTML(block, writeBlock(checked));
        else editor.insertContent(checked.html);
      });
    },
  });
  editor.windowManager.open(describe(block ? decodeSnippet(block.getAttribute(BLOCK)) : '', ''));
}

if (globalThis.tinymce) addSummitBox(globalThis.tinymce);
