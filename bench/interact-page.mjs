/* global bench -- what prepare puts into a page */
// What the pages with a tap do. Handed over as text, so it knows nothing of this file.

/**
 * Brings the first statement that opens into view and watches it.
 *
 * @returns Where to tap, in px of the viewport.
 */
export async function watchStatement() {
  const boxes = [...document.querySelectorAll('summit-goal-comparison, summit-region-list, summit-fact-box')];
  const statement = boxes[0].shadowRoot.querySelector('details.say');
  const summary = statement.querySelector('summary');
  summary.scrollIntoView({block: 'center'});
  await bench.nextFrame();

  const tap = {boxes, statement, shift: 0, tasks: []};
  window.tap = tap;
  // Counts from the time of the event, so with its wait for the main thread, to the frame that the browser has presented.
  new PerformanceObserver((list) => {
    for (const {name, interactionId, duration} of list.getEntries())
      if (name === 'click' && interactionId > 0) tap.answered = duration;
  }).observe({type: 'event', durationThreshold: 16});
  // What moves within half a second of a tap is what the reader asked for: the browser counts none of it.
  new PerformanceObserver((list) => {
    for (const {value, hadRecentInput} of list.getEntries()) if (!hadRecentInput) tap.shift += value;
  }).observe({type: 'layout-shift'});
  // A trace would tell of short tasks too, but slows down what it traces.
  new PerformanceObserver((list) => tap.tasks.push(...list.getEntries())).observe({type: 'longtask'});
  statement.addEventListener('touchstart', ({timeStamp}) => (tap.pressedAt = timeStamp), {passive: true});
  statement.addEventListener('click', ({timeStamp}) => {
    tap.clickedAt = timeStamp;
    // In the first frame after the click, before it is drawn.
    requestAnimationFrame(() => (tap.isOpen = statement.open));
  });
  const actions = new MutationObserver(async () => {
    if (!statement.querySelector('.acts')) return;
    actions.disconnect();
    tap.actionsAt = await bench.nextFrame();
  });
  actions.observe(statement, {childList: true, subtree: true});

  const {left, top, height} = summary.getBoundingClientRect();
  return {x: Math.round(left + 20), y: Math.round(top + height / 2)};
}

/** Waits until nothing has been fetched for a second, and nothing is left to do. */
export async function waitUntilIdle() {
  const count = () => performance.getEntriesByType('resource').length;
  let last;
  while (last !== count()) {
    last = count();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await new Promise((resolve) => requestIdleCallback(resolve, {timeout: 5000}));
    await bench.nextFrame();
  }
}

/** How many of the boxes are elements by now. */
export const countElements = () => window.tap.boxes.filter(({hasUpdated}) => hasUpdated).length;

/**
 * What came of the tap; times in ms from the time of the click.
 *
 * @param {number} after How long after the click tasks count, in ms.
 */
export function readTap(after) {
  const {isOpen, answered, shift, tasks, pressedAt, clickedAt, actionsAt} = window.tap;
  const counted = tasks.filter(({startTime}) => startTime >= pressedAt && startTime < clickedAt + after);
  return {
    isOpen,
    // The browser reports no event that is answered within 16 ms, and no task of less than 50 ms.
    answered: answered ?? 16,
    longest: Math.max(50, ...counted.map(({duration}) => duration)),
    shift,
    actions: actionsAt && actionsAt - clickedAt,
  };
}
