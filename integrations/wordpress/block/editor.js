/** The block in the editor: controls in the sidebar, and a preview that the server renders. */
(() => {
  const {blocks, blockEditor, components, element, i18n, serverSideRender: ServerSideRender} = window.wp;
  const {__} = i18n;
  const {createElement: h, Fragment} = element;
  const {InspectorControls, MediaUpload, MediaUploadCheck, useBlockProps} = blockEditor;
  const {Button, Disabled, PanelBody, Placeholder, SelectControl, TextControl} = components;

  function Edit({attributes, setAttributes}) {
    const {mediaId, file, src} = attributes;
    const isEmpty = !mediaId && !file && !src;

    const textControl = (name, label, help) =>
      h(TextControl, {
        label,
        help,
        value: attributes[name],
        onChange: (value) => setAttributes({[name]: value}),
      });

    const mediaButton = h(
      MediaUploadCheck,
      {},
      h(MediaUpload, {
        allowedTypes: ['text'],
        value: mediaId,
        onSelect: ({id}) => setAttributes({mediaId: id, file: ''}),
        render: ({open}) =>
          h(Button, {variant: 'secondary', onClick: open}, __('Choose a file of the media library', 'summit-embeds')),
      }),
    );

    const fileControls = [
      h('div', {key: 'media', style: {marginBlockEnd: '16px'}}, mediaButton),
      h(TextControl, {
        key: 'file',
        label: __('Prerendered file (URL)', 'summit-embeds'),
        help: mediaId
          ? __('A file of the media library is chosen. A URL here replaces it.', 'summit-embeds')
          : __('Output of “summit-embeds render”.', 'summit-embeds'),
        value: file,
        onChange: (value) => setAttributes({file: value, mediaId: 0}),
      }),
    ];

    const controls = h(
      InspectorControls,
      {},
      h(
        PanelBody,
        {title: __('Box', 'summit-embeds')},
        fileControls,
        textControl(
          'src',
          __('Live data (URL)', 'summit-embeds'),
          __('The page loads a newer edition from here. Optional.', 'summit-embeds'),
        ),
        h(SelectControl, {
          label: __('Element', 'summit-embeds'),
          help: __('Needed only without a prerendered file.', 'summit-embeds'),
          value: attributes.element,
          options: [
            {value: '', label: __('As in the file', 'summit-embeds')},
            {value: 'fact-box', label: __('Fact box', 'summit-embeds')},
            {value: 'goal-comparison', label: __('Goal comparison', 'summit-embeds')},
            {value: 'region-list', label: __('Region list', 'summit-embeds')},
          ],
          onChange: (value) => setAttributes({element: value}),
        }),
        textControl(
          'lang',
          __('Language', 'summit-embeds'),
          __('Such as en or de. Empty: as in the file.', 'summit-embeds'),
        ),
        textControl('heading', __('Heading', 'summit-embeds'), __('Empty: as in the file.', 'summit-embeds')),
        h(SelectControl, {
          label: __('Heading level', 'summit-embeds'),
          value: String(attributes.headingLevel),
          options: [
            {value: '0', label: __('As in the file', 'summit-embeds')},
            ...[1, 2, 3, 4, 5, 6].map((level) => ({value: String(level), label: `H${level}`})),
          ],
          onChange: (value) => setAttributes({headingLevel: Number(value)}),
        }),
        textControl(
          'options',
          __('Options', 'summit-embeds'),
          __('Such as refresh=60. Other options need live data without a file.', 'summit-embeds'),
        ),
      ),
    );

    const preview = isEmpty
      ? h(Placeholder, {label: __('Summit box', 'summit-embeds'), icon: 'format-quote'}, h('div', {}, ...fileControls))
      : h(Disabled, {}, h(ServerSideRender, {block: 'summit-embeds/box', attributes}));

    return h(Fragment, {}, controls, h('div', useBlockProps(), preview));
  }

  // The server renders the block, so a post contains only its comment.
  blocks.registerBlockType('summit-embeds/box', {edit: Edit, save: () => null});
})();
