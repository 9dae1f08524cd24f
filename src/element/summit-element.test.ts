import {expect} from 'chai';
import {html} from 'lit';
import {makeSummit} from '../../test/support/make-summit.js';
import {boxOf, next, openAll, removeFixtures, show, visibleText} from '../../test/browser/show.js';
import type {SummitFactBox} from '../components/summit-fact-box/summit-fact-box.js';
import {alaska2025} from '../data/summits/alaska-2025.js';
import type {Summit} from '../data/summit.js';
import '../define.js';
import {define} from './define.js';
import type {SummitErrorEvent} from './events.js';
import {tokens} from './tokens.js';

/** Runs a function and returns its console warnings, which are kept out of the test log. */
async function warnings(joinParts: () => Promise<unknown>): Promise<string[]> {
  const {warn} = console;
  const written: string[] = [];
  console.warn = (...parts: unknown[]) => written.push(parts.join(' '));
  try {
    await joinParts();
  } finally {
    console.warn = warn;
  }
  return written;
}

describe('every claim of the bundled summit', () => {
  it('is readable in at least one box, with speaker and certainty beside it', async () => {
    const page = await Promise.all([
      show(html`<summit-goal-comparison></summit-goal-comparison>`),
      show(html`<summit-region-list></summit-region-list>`),
      show(html`<summit-fact-box></summit-fact-box>`),
    ]);
    page.forEach(openAll);
    const text = page.map(visibleText).join('\n').replaceAll(/\s+/g, ' ');
    for (const {id, text: statement, by, certainty} of alaska2025.claims) {
      const speakers = by!.map((actor) => alaska2025.actors.find((known) => known.id === actor)!);
      const names = speakers.map(({name, shortName}) => shortName ?? name).join(', ');
      const word = certainty[0]!.toUpperCase() + certainty.slice(1);
      expect(text, id).to.contain(`${statement} ${word}: ${names}`);
    }
  });
});

describe('a box', () => {
  const plain = html`<summit-fact-box></summit-fact-box>`;

  it('tells the page when its data is on screen', async () => {
    const column = document.createElement('div');
    document.body.append(column);
    const told = next(column, 'summit-load');
    const element = document.createElement('summit-fact-box');
    column.append(element);
    const event = await told;
    expect(event.target).to.equal(element);
    expect(event.summit).to.equal(alaska2025);
    expect(event.origin).to.equal('bundled');
    expect(visibleText(element)).to.contain('The Alaska summit in brief');
    column.remove();
  });

  it('takes a heading of the page’s own, at the page’s level, and its headings follow', async () => {
    const heading = 'Who wants <b>what</b>?';
    const element = await show(
      html`<summit-goal-comparison heading=${heading} heading-level="2"></summit-goal-comparison>`,
    );
    const box = boxOf(element);
    expect(box.querySelector('h2')?.textContent).to.equal(heading);
    expect(box.querySelectorAll('h3')).to.have.lengthOf(6);
  });

  for (const [level, tag] of [
    ['1', 'h1'],
    ['6', 'h6'],
    ['9', 'h6'],
    ['0', 'h3'],
    ['-2', 'h1'],
    ['two', 'h3'],
    ['', 'h3'],
  ] as const) {
    it(`with heading-level="${level}" has an ${tag}`, async () => {
      const element = await show(html`<summit-fact-box heading-level=${level}></summit-fact-box>`);
      expect(boxOf(element).querySelector('#heading')?.localName).to.equal(tag);
    });
  }

  it('shows the editor’s note, and not the fallback', async () => {
    const element = await show(html`<summit-fact-box>Short version<p slot="note">Our remark</p></summit-fact-box>`);
    expect((element as HTMLElement).innerText)
      .to.contain('Our remark')
      .and.not.to.contain('Short version');
  });

  it('links the publisher’s policy and contact, and no address that could run', async () => {
    const links = async (policy: string): Promise<string[]> => {
      const element = await show(
        html`<summit-fact-box policy-url=${policy} feedback-url="https://example.org/?to=a:b"></summit-fact-box>`,
      );
      return [...boxOf(element).querySelectorAll('p a')].map((link) => link.getAttribute('href') ?? '');
    };
    expect(await links('/corrections')).to.deep.equal(['/corrections', 'https://example.org/?to=a:b']);
    for (const bad of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
    ]) {
      expect(await links(bad), bad).to.deep.equal(['https://example.org/?to=a:b']);
    }
  });

  it('hides when the page hides it', async () => {
    const element = await show<SummitFactBox>(plain);
    element.hidden = true;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('keeps its width in a flex row, where containment would let it collapse', async () => {
    const element = await show(html`<div style="display: flex"><summit-fact-box></summit-fact-box></div>`, {
      width: 500,
    });
    expect(element.getBoundingClientRect().width).to.be.greaterThan(400);
  });

  it('survives being defined twice, and tells of that only where it is another version', async () => {
    const version = 'another';
    const written = await warnings(async () => {
      define('summit-fact-box', class extends HTMLElement {});
      expect(document.createElement('summit-fact-box')).to.have.property('updateComplete');
      customElements.define(
        'summit-other',
        class extends HTMLElement {
          static version = version;
        },
      );
      return Promise.resolve();
    });
    expect(written).to.deep.equal([]);
    const told = await warnings(async () => {
      for (let i = 0; i < 2; i += 1) define('summit-other', class extends HTMLElement {});
      return Promise.resolve();
    });
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain('<summit-other>').and.to.contain(version);
  });
});

describe('scheme', () => {
  const ground = (element: Element): string => getComputedStyle(boxOf(element)).backgroundColor;
  const rule = (element: Element): string => getComputedStyle(boxOf(element)).borderBlockStartColor;
  /** A colour as a computed value. */
  const computed = (value: string, scheme: 'light' | 'dark'): string => {
    const probe = document.createElement('div');
    probe.style.cssText = `color-scheme: ${scheme}; color: ${value}`;
    document.body.append(probe);
    const {color} = getComputedStyle(probe);
    probe.remove();
    return color;
  };

  it('follows the page', async () => {
    const element = await show(html`<div style="color-scheme: dark"><summit-fact-box></summit-fact-box></div>`);
    const light = await show(html`<div style="color-scheme: light"><summit-fact-box></summit-fact-box></div>`);
    expect(rule(element)).to.equal(computed(tokens.accent.default, 'dark'));
    expect(rule(light)).to.equal(computed(tokens.accent.default, 'light'));
    expect(rule(light)).not.to.equal(rule(element));
    expect(ground(element)).to.equal('rgba(0, 0, 0, 0)');
  });

  it('forced, has a ground of its own', async () => {
    const element = await show(html`<summit-fact-box scheme="dark"></summit-fact-box>`);
    expect(ground(element)).to.equal(computed(tokens.paper.default, 'dark'));
    expect(getComputedStyle(boxOf(element)).color).to.equal(computed(tokens.ink.variants.forced, 'dark'));
  });

  it('takes the brand’s accent', async () => {
    const element = await show(
      html`<div style="--summit-accent: rgb(1, 2, 3)"><summit-fact-box></summit-fact-box></div>`,
    );
    expect(rule(element)).to.equal('rgb(1, 2, 3)');
  });
});

describe('language', () => {
  afterEach(() => {
    removeFixtures();
  });

  it('is that of the attribute', async () => {
    const element = await show(html`<summit-fact-box lang="uk"></summit-fact-box>`);
    const text = visibleText(element);
    expect(text).to.contain('Хто').and.to.contain('дату не вказано').and.to.contain('Дональд Трамп і Володимир Путін');
    expect(boxOf(element).lang).to.equal('uk');
  });

  it('is that of the page around it, through shadow roots', async () => {
    const page = document.createElement('div');
    page.lang = 'de-AT';
    const host = document.createElement('div');
    const element = document.createElement('summit-fact-box');
    host.attachShadow({mode: 'open'}).append(element);
    page.append(host);
    document.body.append(page);
    await next(element, 'summit-load');
    expect(visibleText(element)).to.contain('Was zu erwarten ist');
    page.remove();
  });

  it('is English where the page speaks a language the box does not', async () => {
    const element = await show(html`<div lang="sv"><summit-fact-box></summit-fact-box></div>`);
    expect(visibleText(element)).to.contain('What to expect');
    expect(boxOf(element).lang).to.equal('en');
  });

  it('tells texts of the data in another language apart, and leaves them alone in the same', async () => {
    const french = await show(html`<summit-fact-box lang="fr"></summit-fact-box>`);
    expect(boxOf(french).querySelector('dd [lang=en]')?.textContent).to.equal('Donald Trump and Vladimir Putin');
    expect(visibleText(french)).to.contain('Affiché en langue originale : anglais');
    const english = await show(html`<summit-fact-box lang="en-GB"></summit-fact-box>`);
    expect(boxOf(english).querySelector('dd [lang]')).to.equal(null);
  });

  it('turns the box where the attribute asks for a script from right to left', async () => {
    const element = await show(html`<summit-fact-box lang="ar"></summit-fact-box>`);
    expect(getComputedStyle(boxOf(element)).direction).to.equal('rtl');
  });

  it('leaves the direction to the page otherwise', async () => {
    const element = await show(html`<div dir="rtl"><summit-fact-box></summit-fact-box></div>`);
    expect(getComputedStyle(boxOf(element)).direction).to.equal('rtl');
    element.parentElement!.dir = 'ltr';
    expect(getComputedStyle(boxOf(element)).direction).to.equal('ltr');
  });

  it('changes with the attribute', async () => {
    const element = await show<SummitFactBox>(html`<summit-fact-box></summit-fact-box>`);
    element.lang = 'fr';
    expect(await settled(element, 'Qui')).to.contain('À quoi s’attendre');
  });

  it('is that of the page again once the box has none of its own', async () => {
    const element = await show<SummitFactBox>(html`<div lang="es"><summit-fact-box lang="fr"></summit-fact-box></div>`);
    expect(visibleText(element)).to.contain('À quoi s’attendre');
    element.lang = '';
    expect(await settled(element, 'Quién')).not.to.contain('Qui ');
  });
});

describe('failure', () => {
  it('shows the fallback under one line, tells the page, and warns once', async () => {
    let element!: Element;
    let event!: SummitErrorEvent;
    const written = await warnings(async () => {
      element = await show(
        html`<summit-fact-box
          summit="yalta-1945"
          @summit-error=${(error: SummitErrorEvent) => (event = error)}
          >The short version. <a href="#more">More</a></summit-fact-box
        >`,
        {until: 'summit-error'},
      );
    });
    expect(visibleText(element)).to.match(/^This box could not be loaded\. A short version follows\./);
    // For readers who can't see the change.
    expect(boxOf(element).querySelector<HTMLElement>('[role=status]')?.innerText).to.match(
      /^This box could not be loaded/,
    );
    expect((element as HTMLElement).innerText).to.contain('The short version. More');
    expect(event.code).to.equal('unknown-summit');
    expect(event.message).to.contain('yalta-1945').and.to.contain('alaska-2025');
    expect(written).to.have.lengthOf(1);
  });

  it('is never an empty box', async () => {
    await warnings(async () => {
      const element = await show(html`<summit-fact-box summit="x">\n</summit-fact-box>`, {until: 'summit-error'});
      expect(visibleText(element).trim()).to.equal('This box could not be loaded.');
    });
  });

  it('names every place of broken data', async () => {
    await warnings(async () => {
      let event!: SummitErrorEvent;
      const data = {...makeSummit(), status: {value: 'soon', claims: []}, topics: 7} as unknown as Summit;
      await show(
        html`<summit-fact-box .data=${data} @summit-error=${(error: SummitErrorEvent) => (event = error)}></summit-fact-box>`,
        {until: 'summit-error'},
      );
      expect(event.code).to.equal('invalid');
      expect(event.issues.map(({path}) => path)).to.deep.equal(['status.value', 'topics']);
      expect(event.message).to.contain('status.value');
    });
  });

  it('leaves good data on screen, and says from when it is', async () => {
    const element = await show<SummitFactBox>(html`<summit-fact-box></summit-fact-box>`);
    await warnings(async () => {
      const told = next(element, 'summit-error');
      element.summit = 'nowhere';
      await told;
    });
    expect(visibleText(element)).to.match(/^The last update failed\. This is the version from \d+:\d\d.*\./);
    expect(boxOf(element).querySelector<HTMLElement>('[role=status]')?.innerText).to.match(/^The last update failed/);
    expect(visibleText(element)).to.contain('The Alaska summit in brief');
    const told = next(element, 'summit-load');
    element.summit = 'alaska-2025';
    await told;
    expect(visibleText(element)).not.to.contain('failed');
  });

  it('ignores a late answer to an earlier choice', async () => {
    const element = await show<SummitFactBox>(html`<summit-fact-box></summit-fact-box>`);
    const loads: string[] = [];
    element.addEventListener('summit-load', ({summit}) => loads.push(summit.id));
    element.data = makeSummit();
    await element.updateComplete;
    const told = next(element, 'summit-load');
    element.data = null;
    await told;
    const second = next(element, 'summit-load');
    element.data = makeSummit({id: 'second'});
    await second;
    expect(loads).to.deep.equal(['alaska-2025', 'second']);
  });

  it('shows data as text, whatever is in it', async () => {
    const data = makeSummit({title: '<img src=x onerror="window.ran = true"> {{x}} ${y}'});
    const element = await show(html`<summit-fact-box .data=${data}></summit-fact-box>`);
    expect(visibleText(element)).to.contain('<img src=x onerror="window.ran = true"> {{x}} ${y}');
    expect(window).not.to.have.property('ran');
  });

  it('tells developers of ids that name nothing, and shows the rest', async () => {
    let element!: Element;
    const written = await warnings(async () => {
      element = await show(html`<summit-fact-box facts="who whence"></summit-fact-box>`);
    });
    expect([...boxOf(element).querySelectorAll('dt')].map(({innerText}) => innerText)).to.deep.equal(['Who']);
    expect(written.join()).to.contain('whence').and.to.contain('why-here');
  });
});

/** Waits until a box contains lazily loaded content, and returns its text. */
async function settled(element: Element, expected: string): Promise<string> {
  for (;;) {
    const text = visibleText(element);
    if (text.includes(expected)) return text;
    await new Promise(requestAnimationFrame);
  }
}
