/**
 * The script of frame.html, and of pages that are published with a box in them. It needs nothing that a sandbox without an
 * origin of its own takes away: no storage, no cookies, no word with the host but messages.
 */
import '../define.js';
import {readAddress} from './read-address.js';
import {reportHeight} from './report-height.js';
import {describePage, findBox, showBox} from './show-box.js';

const address = readAddress(location.search);
const published = findBox();
// Pages without it are measured by their box.
const content = document.getElementById('content') ?? published ?? document.body;

if (published) describePage(published);
else {
  showBox(content, address);
  if (address.ignored.length > 0) console.warn('summit-embeds: the frame ignores', address.ignored.join(', '));
}

const name = published?.localName.slice('summit-'.length) ?? address.element ?? '';
reportHeight(content, {childId: address.childId || address.id || name, id: address.id || name});
