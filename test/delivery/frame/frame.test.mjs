/** The page for frames as its readers see it: what the address asks for, and what the page is to them. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {framesOf, heights, iframe, look, shows, startFrames, textOf, told, until} from './frame-page.mjs';

let frames;

before(async () => {
  frames = await startFrames();
});

afterEach(async () => {
  await frames.leave();
});

after(async () => {
  await frames?.close();
});

describe('the address', () => {
  it('sets attributes and look, and nothing else', async () => {
    const query =
      'element=fact-box&heading=Our+%3Cb%3Eheading&heading-level=2&lang=de&accent=rgb(0,+89,+79)&size=20px' +
      '&childId=c&initialWidth=300&onclick=alert(1)&style=color:red&utm_source=x&class=y';
    const {page} = await frames.open(iframe(query));
    const [frame] = await framesOf(page);
    await shows(frame, /Quellen/);
    const seen = await frame.evaluate(() => {
      const box = document.querySelector('#content > summit-fact-box');
      const style = getComputedStyle(box.shadowRoot.querySelector('[part=box]'));
      return {
        attributes: box.getAttributeNames().sort(),
        accent: style.borderBlockStartColor,
        size: style.fontSize,
        warnings: window.watch.warnings,
      };
    });
    assert.deepEqual(seen, {
      attributes: ['heading-level', 'lang', 'style'],
      accent: 'rgb(0, 89, 79)',
      size: '20px',
      warnings: ['summit-embeds: the frame ignores onclick, style, utm_source, class, heading'],
    });
  });

  it('takes booleans, and only what its element has', async () => {
    const {page} = await frames.open(iframe('element=region-list&no-map=&facts=who'));
    const [frame] = await framesOf(page);
    await shows(frame, /Donetsk/);
    assert.equal(
      await frame.evaluate(() => document.querySelector('summit-region-list').shadowRoot.querySelector('svg')),
      null,
    );
    assert.deepEqual(await frame.evaluate(() => window.watch.warnings), ['summit-embeds: the frame ignores facts']);
  });

  it('sets no look that is none', async () => {
    const {page} = await frames.open(iframe('element=fact-box&accent=red%3Bcolor:blue&size=5vh'));
    const [frame] = await framesOf(page);
    const seen = await frame.evaluate(() => [
      document.querySelector('summit-fact-box').getAttribute('style'),
      ...window.watch.warnings,
    ]);
    assert.deepEqual(seen, [null, 'summit-embeds: the frame ignores accent, size']);
  });

  it('speaks no words and sets no links of its own under the publisher’s name', async () => {
    const query =
      'element=fact-box&heading=URGENT:+your+subscription+was+hacked' +
      '&policy-url=https://evil.example/login&feedback-url=https://evil.example/refund';
    const {page} = await frames.open(iframe(query));
    const [frame] = await framesOf(page);
    await shows(frame, /The Alaska summit in brief/);
    const {title, text, links} = await frame.evaluate(() => {
      const {shadowRoot} = document.querySelector('#content > *');
      return {
        title: document.title,
        text: shadowRoot.textContent,
        links: [...shadowRoot.querySelectorAll('a')].map(({href}) => href),
      };
    });
    assert.doesNotMatch(title + text, /URGENT/);
    assert.deepEqual(
      links.filter((href) => href.includes('evil')),
      [],
    );
  });

  it('can’t hide who speaks and how certain it is', async () => {
    for (const look of [
      'muted=transparent',
      'muted=rgb(255+255+255)',
      'muted=rgba(0,0,0,0.2)',
      'ink=white',
      'background=black',
      'links=%23fefefe',
      'size=1px',
      'size=999999px',
      'font=Wingdings',
      'paper=black',
      'accent=random(1,2)',
      `font=${'a'.repeat(10_000)}`,
    ]) {
      const {page} = await frames.open(iframe(`element=fact-box&scheme=light&${look}`));
      const [frame] = await framesOf(page);
      await shows(frame, /The Alaska summit in brief/);
      assert.equal(
        await frame.evaluate(() => document.querySelector('summit-fact-box').getAttribute('style') || null),
        null,
        look,
      );
    }
  });

  it('keeps colours that are readable on each other', async () => {
    const {page} = await frames.open(
      iframe('element=fact-box&scheme=light&background=black&ink=white&muted=%23ccc&links=light-dark(yellow,red)'),
    );
    const [frame] = await framesOf(page);
    await shows(frame, /The Alaska summit in brief/);
    assert.equal(
      await frame.evaluate(() => document.querySelector('summit-fact-box').getAttribute('style')),
      '--summit-background: black; --summit-ink: white; --summit-muted: #ccc; --summit-links: light-dark(yellow,red);',
    );
  });

  it('that names no element leaves a line which names them all', async () => {
    const {page} = await frames.open(iframe('element=constructor%3Cimg%20src%3Dx%3E&lang=de'));
    const [frame] = await framesOf(page);
    const text = await frame.evaluate(() => document.body.innerText);
    assert.match(text, /one of goal-comparison, region-list, fact-box/);
    assert.doesNotMatch(text, /img|constructor/);
    const {content} = await look(frame);
    assert.ok(content > 20);
    await told(page, frame);
    assert.deepEqual(await heights(page), [content]);
  });

  it('names data, from where the page is', async () => {
    const {page} = await frames.open(iframe('element=region-list&src=../templates/climate-talks.json'));
    const [frame] = await framesOf(page);
    await shows(frame, /Sedge Flats/);
    await told(page, frame);
  });
});

describe('the page', () => {
  it('has the heading of the box for a title, and its language', async () => {
    const {page} = await frames.open(iframe('element=fact-box&lang=de'));
    const [frame] = await framesOf(page);
    await shows(frame, /Quellen/);
    const [title, lang, heading] = await frame.evaluate(() => [
      document.title,
      document.documentElement.lang,
      document.querySelector('#content > *').shadowRoot.querySelector('[part=heading]').textContent,
    ]);
    assert.deepEqual([title, lang], [heading.trim(), 'de']);
  });

  it('speaks the language of the data where none is asked for, in its direction', async () => {
    const {page} = await frames.open(iframe('element=fact-box&src=/templates/water-talks-ar.json'));
    const [frame] = await framesOf(page);
    await frame.waitForFunction(() => document.documentElement.lang === 'ar');
    await frame.waitForFunction(
      () => document.querySelector('summit-fact-box').shadowRoot.querySelector('[part=box]').dir === 'rtl',
    );
  });

  it('says so in its own words when the data are lost, and has a language then too', async () => {
    const {page} = await frames.open(iframe('element=fact-box&src=/none.json'));
    const [frame] = await framesOf(page);
    await frame.waitForFunction(() => document.documentElement.lang === 'en');
    assert.match(await textOf(frame), /\w/);
  });

  it('says that the box is missing where the script is, and not before', async () => {
    const html = readFileSync('dist/embed/frame.html', 'utf8')
      .replace(/<script.*<\/script>/, '')
      .replace('frame.css', '/embed/frame.css');
    const {page} = await frames.open(html);
    const visible = () => page.evaluate(() => getComputedStyle(document.querySelector('.late')).visibility);
    assert.equal(await visible(), 'hidden');
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    assert.equal(await visible(), 'visible');
    assert.match(await page.evaluate(() => document.body.innerText), /can’t be shown/);
  });

  it('opens links in a new tab', async () => {
    const {page} = await frames.open(
      iframe('element=fact-box&src=/frame-hosts/linked.json', 'width="700" height="2000"'),
    );
    const [frame] = await framesOf(page);
    await shows(frame, /A linked source/);
    let tab;
    page.once('popup', (popup) => (tab = popup));
    await frame.evaluate(() =>
      document.querySelector('#content > *').shadowRoot.querySelector('a[href$="/linked"]').click(),
    );
    await until(() => tab, 'a new tab');
    await tab.close();
    // Behind another tab a page draws nothing, and measures nothing.
    await page.bringToFront();
    assert.match(frame.url(), /frame\.html/);
  });

  it('works in a sandbox, without an origin, with data and chunks of its own', async () => {
    const query = 'element=fact-box&lang=de&src=../data/alaska-2025.json';
    const {page, exceptions} = await frames.open(iframe(query, 'sandbox="allow-scripts" width="400" height="150"'));
    const [frame] = await framesOf(page);
    await shows(frame, /Quellen/);
    assert.equal(await frame.evaluate(() => self.origin), 'null');
    await told(page, frame);
    assert.deepEqual(
      await frame.evaluate(() => [...window.watch.violations, ...window.watch.errors, ...window.watch.warnings]),
      [],
    );
    assert.deepEqual(exceptions, []);
  });

  it('that was published with a box leaves it as it is, and tells its height', async () => {
    const {page} = await frames.open(
      '<iframe src="/frame-hosts/published.html?element=region-list" title="Box"></iframe>',
    );
    const [frame] = await framesOf(page);
    await shows(frame, /As it was published/);
    assert.equal(await frame.evaluate(() => document.querySelectorAll('summit-region-list').length), 0);
    assert.equal(await frame.evaluate(() => document.title), 'As it was published');
    await told(page, frame);
  });
});
