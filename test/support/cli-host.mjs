/** Carries out command lines, one after the other, for `keepRunning` of run-cli.mjs. */
const [, , bin] = process.argv;
const {stdout, stderr} = process;
// Each run listens to it.
stdout.setMaxListeners(0);
let runs = 0;

process.on('message', async (args) => {
  const told = {stdout: '', stderr: ''};
  stdout.write = (text) => Boolean((told.stdout += text));
  stderr.write = (text) => Boolean((told.stderr += text));
  process.argv = [process.execPath, bin, ...args];
  process.exitCode = undefined;
  runs += 1;
  // Another address is another copy of the program, with nothing left in it of earlier runs.
  await import(`${bin}?${runs}`);
  process.send({status: process.exitCode ?? 0, ...told});
});
