/** What a publisher's unit test does, in a DOM without a layout: `node test/world/open-statement.mjs jsdom` opens a statement and follows a link to it. */

/** @type {Record<string, () => Promise<any>>} */
const makers = {
  jsdom: async () => {
    const {JSDOM} = await import('jsdom');
    return new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
      url: 'http://127.0.0.1/',
      pretendToBeVisual: true,
    }).window;
  },
  'happy-dom': async () => {
    const {Window} = await import('happy-dom');
    return new Window({url: 'http://127.0.0.1/'});
  },
};

const [, , name = 'jsdom'] = process.argv;
const window = await makers[name]?.();
for (const key of Object.getOwnPropertyNames(window))
  if (!(key in globalThis)) Reflect.set(globalThis, key, window[key]);
Object.assign(globalThis, {
  window,
  document: window.document,
  addEventListener: window.addEventListener.bind(window),
  removeEventListener: window.removeEventListener.bind(window),
});
for (const key of ['Event', 'CustomEvent', 'EventTarget'])
  Object.defineProperty(globalThis, key, {value: window[key], configurable: true, writable: true});

await import('../../dist/define.js');
const {document} = window;
const box = document.createElement('summit-fact-box');
document.body.append(box);
await box.updateComplete;
const details = box.shadowRoot.querySelector('details');
details.open = true;
details.dispatchEvent(new window.Event('toggle'));
// The file for what readers do comes with the first event.
await import('../../dist/element/interactions.js');
await new Promise((resolve) => setTimeout(resolve, 50));
const id = box.shadowRoot.querySelector('li[data-id]').getAttribute('data-id');
window.location.hash = `#summit-alaska-2025-${id}`;
window.dispatchEvent(new window.Event('hashchange'));
await new Promise((resolve) => setTimeout(resolve, 50));
console.log(`${box.shadowRoot.querySelectorAll('.acts').length > 0 ? 'with' : 'without'} actions`);
process.exit(0);
