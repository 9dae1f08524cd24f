import {expect} from 'chai';
import {next, waitUntil} from './show.js';
import '../../src/frame/resize.js';

let column: HTMLElement;
beforeEach(() => {
  column = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  column.remove();
});

/** A frame with this in it, once that is loaded. */
async function addFrame(html: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.dataset['summitFrame'] = '';
  frame.srcdoc = `<!doctype html><html lang="en"><title>Frame</title>${html}`;
  column.append(frame);
  await next(frame, 'load');
  return frame;
}

const heightOf = (frame: HTMLIFrameElement): string => frame.style.height;

describe('resize.js', () => {
  it('gives each frame the height that it tells itself, and takes no other', async () => {
    const [first, second] = [await addFrame(''), await addFrame('')];
    const says = async (frame: HTMLIFrameElement, data: unknown): Promise<void> => {
      const heard = new Promise((resolve) => {
        window.addEventListener('message', resolve, {once: true});
      });
      // A message is from the window whose code sends it.
      (frame.contentWindow as unknown as {eval: (code: string) => void}).eval(
        `parent.postMessage(${JSON.stringify(data)}, '*')`,
      );
      await heard;
    };
    await says(first, {'summit-embeds-height': 123});
    expect([first, second].map(heightOf)).to.deep.equal(['123px', '']);
    await says(second, {'summit-embeds-height': 456});
    expect([first, second].map(heightOf)).to.deep.equal(['123px', '456px']);
    for (const height of ['77', -77, 0, 1e9, null, [77]]) await says(first, {'summit-embeds-height': height});
    for (const data of [null, 77, 'summit-embeds-height', [77]]) await says(first, data);
    expect([first, second].map(heightOf)).to.deep.equal(['123px', '456px']);
  });
});

describe('a frame page', () => {
  const page = (height: number): string =>
    `<style>body{margin:0}</style><div id="content" style="height:${String(height)}px"></div>` +
    `<script type="module">import {reportHeight} from '${location.origin}/src/frame/report-height.ts';` +
    `reportHeight(document.querySelector('#content'), {childId: 'child', id: 'chart'});</script>`;

  it('tells its height in every way that hosts listen for', async () => {
    const heard: unknown[] = [];
    const listen = ({data}: MessageEvent): void => void heard.push(data);
    window.addEventListener('message', listen);
    const frame = await addFrame(page(321));
    await waitUntil(() => heard.length >= 6);
    window.removeEventListener('message', listen);
    const src = frame.contentWindow!.location.href;
    expect(
      heard.map((data) => (typeof data === 'string' && data.startsWith('{') ? (JSON.parse(data) as unknown) : data)),
    ).to.deep.equal([
      {'summit-embeds-height': 321},
      'pymxPYMxchildxPYMxheightxPYMx321',
      {sentinel: 'amp', type: 'embed-size', height: 321},
      {'datawrapper-height': {chart: 321}},
      {src, context: 'iframe.resize', height: 321},
      {type: 'set-height', value: 321},
    ]);
    // The host here follows.
    expect(heightOf(frame)).to.equal('321px');
    expect(frame.contentDocument!.documentElement.classList.contains('whole')).to.equal(true);
  });

  it('can be scrolled where the host does not follow', async () => {
    const frame = await addFrame(page(321));
    await waitUntil(() => heightOf(frame) === '321px');
    // The host still sets the height that it is asked for.
    frame.style.maxHeight = '100px';
    const root = frame.contentDocument!.documentElement;
    await waitUntil(() => !root.classList.contains('whole'));
  });
});
