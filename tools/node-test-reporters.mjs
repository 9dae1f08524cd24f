/** Arguments for `node --test`: what happens as it does, and the figures in `resultsFile`; without one, of a part alone, none. */
export function nodeTestReporters(resultsFile) {
  return [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    ...(resultsFile ? ['--test-reporter=./tools/node-results-reporter.mjs', `--test-reporter-destination=${resultsFile}`] : []),
  ];
}
