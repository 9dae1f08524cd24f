import {startWebKit} from './webkit.mjs';

/** The runner's key names as WebDriver codes; other characters are unchanged. */
const keys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};
const buttons = {left: 0, middle: 1, right: 2};

/**
 * A test runner launcher for WebKit. Its name is `puppeteer` and its pages implement the part of puppeteer's
 * interface that the runner's commands use, so that sendKeys, sendMouse and setViewport work unchanged.
 */
export function webkitLauncher() {
  let starting;
  const urls = new Map();
  const start = () => (starting ??= startWebKit());
  const press = (type, name) => ({type, value: keys[name] ?? name});
  const typeKeys = async (...actions) => (await start()).keys(actions);
  const move = async (...actions) => (await start()).pointer(actions);
  const to = (x, y) => ({type: 'pointerMove', x, y, duration: 0});

  const page = {
    keyboard: {
      type: (text) => typeKeys(...[...text].flatMap((letter) => [press('keyDown', letter), press('keyUp', letter)])),
      press: (chord) => {
        const names = chord.split('+');
        return typeKeys(
          ...names.map((name) => press('keyDown', name)),
          ...names.reverse().map((name) => press('keyUp', name)),
        );
      },
      down: (name) => typeKeys(press('keyDown', name)),
      up: (name) => typeKeys(press('keyUp', name)),
    },
    mouse: {
      move: (x, y) => move(to(x, y)),
      click: (x, y, {button = 'left'} = {}) =>
        move(to(x, y), {type: 'pointerDown', button: buttons[button]}, {type: 'pointerUp', button: buttons[button]}),
      down: ({button = 'left'} = {}) => move({type: 'pointerDown', button: buttons[button]}),
      up: ({button = 'left'} = {}) => move({type: 'pointerUp', button: buttons[button]}),
      reset: async () => (await start()).release(),
    },
    setViewport: async (size) => (await start()).setViewport(size),
  };

  return {
    name: 'WebKit',
    type: 'puppeteer',
    /** One window, one page. */
    concurrency: 1,
    getPage: () => page,
    /** For commands that puppeteer doesn't have. */
    driver: () => start(),
    async startSession(id, url) {
      urls.set(id, url);
      await (await start()).goto(url);
    },
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id),
    async stopSession(id) {
      urls.delete(id);
      await (await start()).goto('about:blank');
      return {};
    },
    async startDebugSession() {
      throw new Error('Debugging isn’t supported in WebKit.');
    },
    async stop() {
      await (await starting)?.stop();
      starting = undefined;
    },
  };
}
