// @ts-check
/**
 * What WordPress leaves of the posts of authors who may not write unfiltered HTML, as a policy for sanitize-html.
 *
 * Read for it: `$allowedposttags`, `_wp_add_global_attributes`, `wp_kses_split` and `wp_kses_split2` in
 * wp-includes/kses.php of WordPress 6.8. The names of tags and attributes below are those listed there. kses goes through
 * the text tag by tag, and a tag that is not listed is dropped without what stands between it and its end tag. So the
 * text of style, script and template elements stays.
 *
 * Assumed: no plugin or theme filters the list; no paragraphs are added (a block for custom HTML gets none); what kses
 * does to malformed HTML and inside `style` attributes does not matter, since our snippets have neither. kses leaves
 * named references such as `&nbsp;` as they are, where sanitize-html writes the character.
 */
import sanitizeHtml from 'sanitize-html';

const own = {
  a: 'href rel rev name target download',
  area: 'alt coords href nohref shape target',
  audio: 'autoplay controls loop muted preload src',
  blockquote: 'cite',
  button: 'disabled name type value',
  col: 'align char charoff span valign width',
  colgroup: 'align char charoff span valign width',
  del: 'datetime',
  details: 'align open',
  font: 'color face size',
  hr: 'align noshade size width',
  img: 'alt align border height hspace loading longdesc vspace src usemap width',
  ins: 'datetime cite',
  label: 'for',
  li: 'align value',
  map: 'name',
  menu: 'type',
  object: 'data type',
  ol: 'start type reversed',
  pre: 'width',
  q: 'cite',
  table: 'align bgcolor border cellpadding cellspacing rules summary width',
  tbody: 'align char charoff valign',
  td: 'abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width',
  textarea: 'cols rows disabled name readonly',
  tfoot: 'align char charoff valign',
  th: 'abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width',
  thead: 'align char charoff valign',
  tr: 'align bgcolor char charoff valign',
  track: 'default kind label src srclang',
  ul: 'type',
  video: 'autoplay controls height loop muted playsinline poster preload src width',
};

const alignOnly =
  'article aside caption div figure figcaption footer h1 h2 h3 h4 h5 h6 header hgroup legend main nav p section span summary';

const bare =
  'address abbr acronym b bdo big br cite code dd dfn dl dt em fieldset i kbd mark rb rp rt rtc ruby s samp small strike ' +
  'strong sub sup title tt u var';

const global =
  'aria-controls aria-current aria-describedby aria-details aria-expanded aria-hidden aria-label aria-labelledby aria-live ' +
  'class data-* dir hidden id lang style title role xml:lang';

const words = (/** @type {string} */ list) => list.split(' ');

const policy = {
  allowedTags: [...Object.keys(own), ...words(alignOnly), ...words(bare)],
  allowedAttributes: {
    '*': words(global),
    ...Object.fromEntries(Object.entries(own).map(([tag, names]) => [tag, words(names)])),
    ...Object.fromEntries(words(alignOnly).map((tag) => [tag, ['align']])),
  },
  // wp_allowed_protocols, of which our links use the first two.
  allowedSchemes: [
    'http',
    'https',
    'ftp',
    'ftps',
    'mailto',
    'news',
    'irc',
    'ircs',
    'feed',
    'telnet',
    'mms',
    'rtsp',
    'sms',
    'svn',
    'tel',
    'fax',
    'xmpp',
    'webcal',
    'urn',
  ],
  nonTextTags: [],
};

/**
 * The HTML of a post as WordPress keeps it.
 *
 * @param {string} html
 */
export function wordpressKses(html) {
  return sanitizeHtml(html, policy);
}
