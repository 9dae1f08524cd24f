/* global bench -- what prepare puts into a page */
// Functions that run in a page. Each is handed over as text, so it knows nothing of this file.

/**
 * Before everything else of a page: notes when the boxes are drawn and what has moved.
 *
 * Drawn is the end of the first frame after every box was seen to have its last part, the footer: style, layout and paint are
 * done by then. Nobody looks while a page waits for its script, which would cost it more the longer it waits: the first look is
 * when the HTML is parsed, the next when scripts have run, and then there is one every few ms.
 */
export function prepare() {
  const insideOf = (box) => box.shadowRoot ?? box;
  const bench = {
    shift: 0,
    /** What has moved, and from where to where, in px from the top. */
    moved: [],
    drawn: undefined,
    /** Settles at the end of the next frame, after paint. */
    nextFrame: () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now());
          channel.port2.postMessage(undefined);
        });
      }),
    /** Settles with the time at which `check` held in a frame, at the end of that frame. */
    until: (check) =>
      new Promise((resolve) => {
        const look = () => {
          if (!check()) {
            requestAnimationFrame(look);
            return;
          }
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now());
          channel.port2.postMessage(undefined);
        };
        requestAnimationFrame(look);
      }),
    boxesStand: () => {
      if (document.readyState === 'loading') return false;
      const boxes = document.querySelectorAll(
        '[data-box], summit-goal-comparison, summit-region-list, summit-fact-box',
      );
      return boxes.length > 0 && [...boxes].every((box) => insideOf(box).querySelector('footer, [data-end]'));
    },
    /** Text that is to be seen, in the order of the page, through all shadow roots and slots; without any space. */
    visibleText: (root) => {
      const found = [];
      const walk = (node) => {
        if (node.nodeType === 3) {
          if (node.parentElement?.checkVisibility?.() !== false) found.push(node.nodeValue);
          return;
        }
        if (/^(?:style|script|template)$/i.test(node.localName ?? '')) return;
        if (node.nodeType === 1 && !node.checkVisibility()) return;
        const assigned = node.localName === 'slot' ? node.assignedNodes() : [];
        for (const child of assigned.length > 0 ? assigned : (node.shadowRoot ?? node).childNodes) walk(child);
      };
      walk(root);
      return found.join(' ').replaceAll(/\s+/g, '');
    },
    /** What is under a box; where there is a shadow root, only in that. */
    countElements: (root) => {
      let count = 0;
      for (const child of (root.shadowRoot ?? root).children) {
        if (!/^(?:style|script|template)$/i.test(child.localName)) count += 1 + bench.countElements(child);
      }
      return count;
    },
  };
  window.bench = bench;

  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const {value, sources} of list.getEntries()) {
        bench.shift += value;
        for (const {node, previousRect, currentRect} of sources) {
          const {localName, className} = node?.nodeType === 3 ? node.parentElement : (node ?? {});
          const [from, to] = [previousRect, currentRect].map(({top, height}) => `${top}+${height}`);
          bench.moved.push(`${localName} ${className}: ${from} to ${to}`);
        }
      }
    }).observe({type: 'layout-shift', buffered: true});
  }
  if (document.URL.endsWith('/blank.html')) return;
  bench.whenDrawn = new Promise((resolve) => {
    const found = () => bench.boxesStand() && (resolve(bench.nextFrame()), true);
    const look = () => found() || setTimeout(look, 5);
    const parsed = () => found() || document.addEventListener('DOMContentLoaded', look, {once: true});
    document.addEventListener('readystatechange', parsed, {once: true});
  }).then((time) => (bench.drawn = time));
}

/** After navigation: waits until the boxes are drawn, everything is loaded, and there is nothing left to do. */
export async function settle() {
  await bench.whenDrawn;
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  const quiet = () => new Promise((resolve) => requestIdleCallback(resolve, {timeout: 5000}));
  for (let i = 0; i < 3; i += 1) {
    await bench.nextFrame();
    await quiet();
  }
  return {drawn: bench.drawn, shift: bench.shift, moved: bench.moved};
}

/** Loads our script into a page that has been idle, and waits until it has taken over. */
export async function takeOver(address) {
  const before = bench.shift;
  bench.moved.length = 0;
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  const boxes = [...document.querySelectorAll('summit-goal-comparison, summit-region-list, summit-fact-box')];
  await Promise.all(boxes.map((box) => box.updateComplete));
  for (let i = 0; i < 3; i += 1) {
    await bench.nextFrame();
    await new Promise((resolve) => requestIdleCallback(resolve, {timeout: 5000}));
  }
  return {shift: bench.shift - before, moved: bench.moved, live: boxes.filter((box) => box.hasUpdated).length};
}

/** What the boxes show, for the check that all show the same. */
export function readPage() {
  const boxes = [
    ...document.querySelectorAll('[data-box], summit-goal-comparison, summit-region-list, summit-fact-box'),
  ];
  return {
    text: boxes.map((box) => bench.visibleText(box)).join('\n'),
    elements: boxes.reduce((sum, box) => sum + bench.countElements(box), 0),
    height: document.documentElement.scrollHeight,
  };
}
