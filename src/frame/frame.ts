/**
 * The script of frame.html, and of pages that are published with a box in them. It needs nothing that a sandbox without an
 * origin of its own takes away: no storage, no cookies, no word with the host but messages.
 */
import '../define.js';
import {applyRules, loadRules} from './frame-rules.js';
import {readAddress} from './read-address.js';
import {reportHeight} from './report-height.js';
import {describePage, findBox, showBox} from './show-box.js';

const address = readAddress(location.search);
const published = findBox();
// Pages without it are measured by their box.
const content = document.getElementById('content') ?? published ?? document.body;

const name = published?.localName.slice('summit-'.length) ?? address.element ?? '';
const ids = {childId: address.childId || address.id || name, id: address.id || name};

if (published) {
  describePage(published);
  reportHeight(content, ids);
} else {
  void loadRules().then((rules) => {
    const allowed = applyRules(address, rules, location.href);
    showBox(content, allowed, address);
    if (allowed.ignored.length > 0) console.warn('summit-embeds: the frame ignores', allowed.ignored.join(', '));
    // Not before: a host would follow the height of the line that stands in for the box.
    reportHeight(content, ids);
  });
}
