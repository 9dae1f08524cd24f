/**
 * Reporter for `node --test`: writes how many single tests passed, failed and were skipped, as one line of JSON. The
 * figures are those that the runner prints at its end; a test that was cancelled has failed.
 */
export default async function* nodeResultsReporter(events) {
  const figures = new Map();
  for await (const {type, data} of events) {
    if (type !== 'test:diagnostic' || data.nesting !== 0) continue;
    const figure = /^(pass|fail|cancelled|skipped|todo) (\d+)$/.exec(data.message);
    // A test may print such a line too; the runner's own come last.
    if (figure) figures.set(figure[1], Number(figure[2]));
  }
  const count = (...names) => names.reduce((sum, name) => sum + (figures.get(name) ?? 0), 0);
  yield `${JSON.stringify({passed: count('pass'), failed: count('fail', 'cancelled'), skipped: count('skipped', 'todo')})}\n`;
}
