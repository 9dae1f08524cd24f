/** The longest task of a page, as its own trace tells it. */

/**
 * Runs something that keeps a page busy.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<unknown>} act Settles when the page is done.
 * @returns The longest task meanwhile, in ms of the main thread's own time.
 */
export async function longestTask(page, act) {
  await page.tracing.start({categories: ['disabled-by-default-devtools.timeline']});
  await act();
  const {traceEvents} = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const threadOf = ({pid, tid}) => `${pid} ${tid}`;
  const mainThreads = new Set(
    traceEvents.filter(({name, args}) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && mainThreads.has(threadOf(event)));
  return Math.max(...tasks.map(({tdur = 0}) => tdur)) / 1000;
}
