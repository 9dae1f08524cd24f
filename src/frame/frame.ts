/**
 * The script of frame.html and of published pages with a box. It works in a sandbox without an origin: it uses no
 * storage and no cookies, and it only communicates with the host through messages.
 */
import '../define.js';
import {applyRules, loadRules} from './frame-rules.js';
import {readAddress} from './read-address.js';
import {reportHeight} from './report-height.js';
import {describePage, findBox, showBox} from './show-box.js';

const address = readAddress(location.search);
const published = findBox();
// If a page has no such element, the box is measured.
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
    // Not earlier: the host would apply the height of the placeholder line.
    reportHeight(content, ids);
  });
}
