/**
 * CKEditor 5 plugin, version 42 and later: a box is one block that the editor keeps byte for byte.
 *
 * @example
 *   import {ClassicEditor, Essentials, Paragraph} from 'ckeditor5';
 *   import {SummitBox} from 'summit-embeds/integrations/ckeditor5/summit-box.js';
 *   import 'summit-embeds/integrations/ckeditor5/summit-box.css';
 *
 *   await ClassicEditor.create(element, {
 *     plugins: [Essentials, Paragraph, SummitBox],
 *     toolbar: ['summitBox'],
 *     summitBox: {allowScript: false},
 *   });
 */
import {
  ButtonView,
  Command,
  createLabeledTextarea,
  Dialog,
  LabeledFieldView,
  Plugin,
  toWidget,
  View,
  Widget,
} from 'ckeditor5';
import {checkSnippet, decodeSnippet, encodeSnippet, replaceSnippets} from '../shared/check-snippet.js';

/** The attribute of a stand-in: an empty `<div>` that the editor's own parser leaves alone. */
const STAND_IN = 'data-summit-box';
const standIns = /<div data-summit-box="([^"]*)"><\/div>/g;

const toStandIn = (/** @type {{html: string}} */ {html}) => `<div ${STAND_IN}="${encodeSnippet(html)}"></div>`;

/** Inserts a snippet, or replaces the selected one. `execute({html})` throws if `checkSnippet` refuses it. */
class SummitBoxCommand extends Command {
  refresh() {
    const {model} = this.editor;
    const {selection} = model.document;
    const selected = selection.getSelectedElement();
    this.value = selected?.name === 'summitBox' ? selected.getAttribute('html') : undefined;
    const position = selection.getFirstPosition();
    const parent = position && model.schema.findAllowedParent(position, 'summitBox');
    this.isEnabled = this.value !== undefined || Boolean(parent);
  }

  execute({html}) {
    const checked = checkSnippet(html, this.editor.config.get('summitBox'));
    if ('error' in checked) throw new RangeError(checked.error);
    const {model} = this.editor;
    model.change((writer) => {
      model.insertObject(writer.createElement('summitBox', {html: checked.html}), null, null, {setSelection: 'on'});
    });
  }
}

export class SummitBox extends Plugin {
  static get pluginName() {
    return 'SummitBox';
  }

  static get requires() {
    return [Widget, Dialog];
  }

  constructor(editor) {
    super(editor);
    editor.config.define('summitBox', {allowScript: false});
  }

  init() {
    const {editor} = this;
    editor.model.schema.register('summitBox', {inheritAllFrom: '$blockObject', allowAttributes: ['html']});
    editor.commands.add('summitBox', new SummitBoxCommand(editor));
    this.#keepSnippets();
    this.#convert();
    this.#addButton();
  }

  /**
   * The parser of the editor doesn't return the bytes that it read. So each snippet is a stand-in between the text of
   * an article and the view: when data are set, read, copied and pasted.
   */
  #keepSnippets() {
    const {editor} = this;
    for (const processor of new Set([editor.data.processor, editor.data.htmlProcessor])) {
      const toView = processor.toView.bind(processor);
      const toData = processor.toData.bind(processor);
      processor.toView = (data) => toView(replaceSnippets(data, editor.config.get('summitBox'), toStandIn));
      processor.toData = (fragment) =>
        toData(fragment).replaceAll(standIns, (standIn, value) => this.#readStandIn(value)?.html ?? standIn);
    }
  }

  /** The snippet of a stand-in, which may be in the text of an article too. */
  #readStandIn(value) {
    const checked = checkSnippet(decodeSnippet(value), this.editor.config.get('summitBox'));
    return 'error' in checked ? undefined : checked;
  }

  #convert() {
    const {conversion} = this.editor;
    conversion.for('upcast').elementToElement({
      view: {name: 'div', attributes: {[STAND_IN]: true}},
      model: (viewElement, {writer}) => {
        const snippet = this.#readStandIn(viewElement.getAttribute(STAND_IN));
        return snippet ? writer.createElement('summitBox', {html: snippet.html}) : null;
      },
      converterPriority: 'high',
    });
    conversion.for('dataDowncast').elementToElement({
      model: 'summitBox',
      view: (modelElement, {writer}) =>
        writer.createEmptyElement('div', {[STAND_IN]: encodeSnippet(modelElement.getAttribute('html'))}),
    });
    conversion.for('editingDowncast').elementToElement({
      model: {name: 'summitBox', attributes: ['html']},
      view: (modelElement, {writer}) => this.#createWidget(modelElement.getAttribute('html'), writer),
    });
  }

  #createWidget(html, writer) {
    const snippet = checkSnippet(html, this.editor.config.get('summitBox'));
    const {label, plainLayer} = 'error' in snippet ? {label: snippet.error, plainLayer: ''} : snippet;
    const title = writer.createUIElement('p', {class: 'summit-box-label'}, function (domDocument) {
      const element = this.toDomElement(domDocument);
      element.textContent = label;
      return element;
    });
    const content = writer.createRawElement('div', {class: 'summit-box-plain'}, (element) => {
      element.replaceChildren(plainLayer.cloneNode?.(true) ?? '');
    });
    const container = writer.createContainerElement('div', {class: 'summit-box'}, [title, content]);
    return toWidget(container, writer, {label, hasSelectionHandle: true});
  }

  #addButton() {
    const {editor} = this;
    editor.ui.componentFactory.add('summitBox', (locale) => {
      const button = new ButtonView(locale);
      const command = editor.commands.get('summitBox');
      button.set({label: locale.t('Summit box'), withText: true, tooltip: true});
      button.bind('isEnabled').to(command, 'isEnabled');
      this.listenTo(button, 'execute', () => this.#openDialog());
      return button;
    });
  }

  #openDialog() {
    const {editor} = this;
    const {locale} = editor;
    const dialog = editor.plugins.get('Dialog');
    const command = editor.commands.get('summitBox');
    const field = new LabeledFieldView(locale, createLabeledTextarea);
    field.label = locale.t('Snippet');
    field.fieldView.set({maxRows: 6, minRows: 6});
    const form = new View(locale);
    form.setTemplate({tag: 'div', attributes: {class: ['summit-box-form']}, children: [field]});
    const insert = () => {
      const {value} = field.fieldView.element;
      const checked = checkSnippet(value, editor.config.get('summitBox'));
      if ('error' in checked) {
        field.errorText = checked.error;
        field.fieldView.focus();
        return;
      }
      editor.execute('summitBox', {html: value});
      dialog.hide();
      editor.editing.view.focus();
    };
    dialog.show({
      id: 'summitBox',
      title: locale.t('Summit box'),
      content: form,
      actionButtons: [
        {label: locale.t('Cancel'), withText: true, onExecute: () => dialog.hide()},
        {
          label: command.value === undefined ? locale.t('Insert') : locale.t('Update'),
          class: 'ck-button-action',
          withText: true,
          onExecute: insert,
        },
      ],
      onShow: () => {
        field.fieldView.element.value = command.value ?? '';
        field.fieldView.isEmpty = !command.value;
        field.fieldView.focus();
      },
    });
  }
}
