/**
 * Controls WebKit through WebDriver: WebKitGTK's MiniBrowser in a virtual X server.
 *
 *   const webkit = await startWebKit();
 *   await webkit.goto('http://127.0.0.1:8000/');
 *   await webkit.evaluate((a) => document.title + a, '!');
 *   await webkit.stop();
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {setTimeout as sleep} from 'node:timers/promises';
import {findMiniBrowser, findOther} from './engines.mjs';
import {freePort} from '../servers/free-port.mjs';

/** Timeout in milliseconds; on a busy machine one call may take long. */
const timeoutMs = 300_000;

/** The key of an element reference in WebDriver's JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * @param {object} [options]
 * @param {Record<string, string>} [options.env] For the browser: `GTK_THEME=Adwaita:dark` makes it a dark system's.
 */
export async function startWebKit({env = {}} = {}) {
  const {path, missing} = findOther('webkit');
  if (!path) throw new Error(missing);
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? undefined : await startScreen();
  const driver = await startDriver(path, {
    ...(screen && {DISPLAY: screen.display}),
    GDK_BACKEND: 'x11',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    GSETTINGS_BACKEND: 'memory',
    ...env,
  });

  const ask = async (method, address, body) => {
    const response = await fetch(driver.origin + address, {method, body: body && JSON.stringify(body)});
    const {value} = await response.json();
    if (!response.ok) throw new Error(`WebKit, ${method} ${address}: ${value?.message || value?.error}`);
    return value;
  };
  const stop = async () => {
    await driver.stop();
    await screen?.stop();
  };
  let session;
  let version;
  try {
    const browserOptions = {binary: findMiniBrowser(), args: ['--automation']};
    const capabilities = {browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browserOptions};
    ({
      sessionId: session,
      capabilities: {browserVersion: version},
    } = await ask('POST', '/session', {capabilities: {alwaysMatch: capabilities}}));
  } catch (error) {
    await stop();
    throw error;
  }
  const send = (method, command, body) => ask(method, `/session/${session}${command}`, body);
  await send('POST', '/timeouts', {script: timeoutMs, pageLoad: timeoutMs});

  const call = async (run, args, pack) => {
    const script = `const done = arguments[arguments.length - 1];
      new Promise((resolve) => resolve((${String(run)})(...[...arguments].slice(0, -1)))).then(
        (value) => done((${pack})(value)),
        (error) => done('\\0' + String(error) + '\\n' + (error?.stack ?? '')),
      );`;
    const value = await send('POST', '/execute/async', {script, args});
    if (typeof value === 'string' && value.startsWith('\0')) throw new Error(value.slice(1));
    return value;
  };
  const act = (type, id, actions) =>
    send('POST', '/actions', {
      actions: [{type, id, actions, ...(type === 'pointer' && {parameters: {pointerType: 'mouse'}})}],
    });

  return {
    version: `WebKitGTK ${version}`,
    send,
    async goto(url) {
      await send('POST', '/url', {url});
    },
    /** Calls a function in the page and awaits its result. Arguments and result are JSON. */
    async evaluate(run, ...args) {
      // The result is passed as one string, so that a page with modified array or object prototypes can't change it.
      const text = await call(
        run,
        args,
        `(value) => {
          const {toJSON} = Array.prototype;
          delete Array.prototype.toJSON;
          const text = JSON.stringify([value]);
          if (toJSON) Array.prototype.toJSON = toJSON;
          return text;
        }`,
      );
      return JSON.parse(text)[0];
    },
    /** Like `evaluate`, for a function that returns elements or lists with elements. */
    elements: (run, ...args) => call(run, args, '(value) => value'),
    /** Sets the size of the viewport. The window's minimum width is 447 px. */
    async setViewport({width, height}) {
      // The window resizes asynchronously, which may take long on a busy machine.
      for (let attempt = 0; attempt < 60; attempt += 1) {
        const [outer, inner] = await this.evaluate(() => [
          [outerWidth, outerHeight],
          [innerWidth, innerHeight],
        ]);
        if (inner[0] === width && inner[1] === height) return;
        if (attempt % 20 === 0) {
          await send('POST', '/window/rect', {
            width: width + outer[0] - inner[0],
            height: height + outer[1] - inner[1],
          });
        } else {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
      const inner = await this.evaluate(() => innerWidth);
      if (inner !== width) throw new Error(`WebKit’s window can’t be ${width} px wide; it is ${inner} px.`);
    },
    keys: (actions) => act('key', 'keyboard', actions),
    pointer: (actions) => act('pointer', 'mouse', actions),
    release: () => send('DELETE', '/actions'),
    /** Role of an element that `elements` returned, as exposed to assistive technology. */
    roleOf: ({[ELEMENT]: id}) => send('GET', `/element/${id}/computedrole`),
    /** Accessible name of such an element. */
    nameOf: ({[ELEMENT]: id}) => send('GET', `/element/${id}/computedlabel`),
    async stop() {
      await send('DELETE', '').catch(() => {});
      await stop();
    },
  };
}

/** Starts an X server on a free display, so that parallel runs don't conflict. */
async function startScreen() {
  const options = ['-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-ac'];
  const child = spawn('Xvfb', ['-displayfd', '3', ...options], {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  for await (const line of createInterface({input: child.stdio[3]}))
    return {display: `:${line.trim()}`, stop: () => end(child)};
  throw new Error('Xvfb ended before it had a display.');
}

async function startDriver(file, env) {
  const port = await freePort();
  const child = spawn(file, [`--port=${port}`, '--host=127.0.0.1'], {stdio: 'ignore', env: {...process.env, ...env}});
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (
      await fetch(`${origin}/status`).then(
        ({ok}) => ok,
        () => false,
      )
    )
      return {origin, stop: () => end(child)};
    await sleep(50);
  }
  await end(child);
  throw new Error(`${file} didn’t respond within a minute.`);
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
