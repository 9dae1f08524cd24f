/** In a page, before everything else: notes whatever texts of data bring about that texts never do. */
window.caught = [];
{
  const note = (what) => window.caught.push(what);
  window.injected = () => note(`ran: ${new Error('canary').stack}`);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    window[name] = () => {
      note(`called ${name}`);
      return null;
    };
  }
  document.write = () => note('wrote into the document');
  window.addEventListener('message', ({data}) => {
    if (data === 'injected') note('got a message');
  });
  window.addEventListener('submit', () => note('sent a form'), true);
  // Those that are refused or never answered are entries, too.
  new PerformanceObserver((list) => {
    for (const {name} of list.getEntries()) if (!name.startsWith(location.origin)) note(`asked for ${name}`);
  }).observe({type: 'resource', buffered: true});
}

/** What a page is to a reader beside its boxes. */
window.surroundings = () => ({
  address: location.href,
  title: document.title,
  cookies: document.cookie,
  stored: localStorage.length + sessionStorage.length,
  head: [...document.head.children].map(({localName}) => localName).join(),
  frames: window.frames.length,
  globals: Reflect.ownKeys(Object.prototype).length + Reflect.ownKeys(Array.prototype).length,
  base: document.baseURI,
  root: [document.documentElement, document.body].map((element) => element.getAttributeNames().join()).join(';'),
});
