/**
 * Contrast of all that is to be seen, from the colours a browser has computed, in every scheme a box may come to stand in:
 * each text against what is painted behind it 4.5 : 1, each mark and each focus outline 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11).
 *
 * Nothing is looked for by name. All text nodes are read, those of the page in slots too, and everything that is drawn: text
 * and borders of ::before and ::after, elements with a border all round, shapes in SVG, outlines.
 *
 * Exempt: a border on one side alone is a rule between groups, beside nested claims, between columns, under a count. It
 * repeats what headings, indents, gaps and the chevron beside it tell, and nothing is lost without it.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {PNG} from 'pngjs';
import {ELEMENTS} from '../support/prerendered.mjs';
import {openStates} from '../support/box-states.mjs';
import {contrast, flatten, paint, parseColour} from '../support/colours.mjs';
import {startPages} from '../support/page-server.mjs';

const TEXT = 4.5;
const MARK = 3;
/** Width of a focus outline. */
const OUTLINE_PX = 2;

/** The page, what the reader has set, the attribute of the boxes. */
const SCHEMES = {
  'a light page': {page: 'light'},
  'a dark page': {page: 'dark'},
  'scheme="light" on a dark page': {page: 'dark', scheme: 'light'},
  'scheme="dark" on a light page': {page: 'light', scheme: 'dark'},
  'a salmon page, the paper of the map as well': {page: 'salmon'},
  'a page with an ink of #4a4a4a': {page: 'grey'},
  'a light page, where the reader wants more contrast': {page: 'light', features: {'prefers-contrast': 'more'}},
  'a dark page, where the reader wants more contrast': {page: 'dark', features: {'prefers-contrast': 'more'}},
  'forced colours': {page: 'light', features: {'forced-colors': 'active'}},
  'forced colours, dark, on a salmon page': {
    page: 'salmon',
    features: {'forced-colors': 'active', 'prefers-color-scheme': 'dark'},
  },
  paper: {page: 'light', media: 'print'},
  'paper, with scheme="dark"': {page: 'light', media: 'print', scheme: 'dark'},
};

const SHEET = `
  html { color-scheme: light; background: #fff; color: #1b1d20; }
  .dark { color-scheme: dark; background: #131416; color: #e3e4e6; }
  .salmon { background: #fff1e5; color: #33302e; --summit-paper: #fff1e5; }
  .grey { color: #4a4a4a; }
`;

/** What has colours of its own: a box with corrections, its notice, a failure, and a map of many places with names on it. */
const STATES = ['edited', 'kept', 'failed', 'climate'];
const ids = [
  ...ELEMENTS.map((element) => `${element}-edited`),
  'fact-box-kept',
  'fact-box-failed',
  'region-list-climate',
];

let pages;
let page;
let cdp;

before(async () => {
  pages = await startPages();
  const all = ELEMENTS.flatMap((element) => STATES.map((state) => `${element}-${state}`));
  const without = all.filter((id) => !ids.includes(id));
  page = await openStates(pages, {states: STATES, without, sheet: SHEET, viewport: {width: 900, height: 900}});
  // From now on focus is that of somebody at a keyboard.
  await page.keyboard.press('Tab');
  cdp = await page.createCDPSession();
});

after(async () => {
  await pages?.close();
});

async function dress({page: name, scheme, features = {}, media = ''}) {
  await cdp.send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({name, value})),
  });
  await page.evaluate(
    async (name, scheme, elements) => {
      document.documentElement.className = name;
      for (const host of document.querySelectorAll(elements.map((element) => `summit-${element}`).join())) {
        if (scheme) host.setAttribute('scheme', scheme);
        else host.removeAttribute('scheme');
        await host.updateComplete;
      }
    },
    name,
    scheme,
    ELEMENTS,
  );
  // One place is pointed at, in the list and on the map.
  await page.evaluate(async (id) => {
    window.flat.inside(id, 'li a[href^="#"]')[0].focus({preventScroll: true});
    await window.watch.until(() => window.flat.inside(id, 'svg .on').length > 0);
  }, 'region-list-edited');
}

/**
 * In the page: all that is drawn in these elements, once for each kind. An entry has what it is, an example, the colour
 * in front, and the layers behind it, the nearest first.
 */
function collect(ids) {
  const printed = matchMedia('print').matches;
  const found = new Map();
  const add = (kind, example, front, behind, width) => {
    const key = JSON.stringify([kind, front, behind, width]);
    if (!found.has(key)) found.set(key, {kind, example: example.trim().slice(0, 60), front, behind, width, count: 0});
    found.get(key).count += 1;
  };
  const {parentOf, childrenOf} = window.flat;
  const isClear = (colour) => colour === 'none' || /^rgba\(.*, 0\)$|\/ 0\)$/.test(colour);
  const isShown = (node) => node.checkVisibility({visibilityProperty: true});

  const known = new Map();
  /** What is painted behind an element, its own background first; and whether it is there for screen readers alone. */
  const groundOf = (element) => {
    if (!known.has(element)) {
      const style = getComputedStyle(element);
      const {backgroundColor, backgroundImage, opacity, filter, mixBlendMode} = style;
      if (backgroundImage !== 'none' || opacity !== '1' || filter !== 'none' || mixBlendMode !== 'normal') {
        throw new Error(`${element.localName} is painted in a way that this test can't tell`);
      }
      const parent = parentOf(element);
      const {layers, clipped} = parent ? groundOf(parent) : {layers: printed ? ['rgb(255, 255, 255)'] : []};
      // What browsers leave out on paper.
      const bare = isClear(backgroundColor) || (printed && style.printColorAdjust !== 'exact');
      known.set(element, {
        layers: [...(bare ? [] : [backgroundColor]), ...layers],
        clipped: clipped || style.clipPath === 'inset(50%)',
      });
    }
    return known.get(element);
  };

  const SIDES = ['Top', 'Right', 'Bottom', 'Left'];
  const bordersOf = (style) =>
    SIDES.filter((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0).map(
      (side) => style[`border${side}Color`],
    );

  const drawings = new Map();
  const drawingOf = (svg) => {
    if (!drawings.has(svg)) {
      const shapes = [...svg.querySelectorAll('*')].map((shape, place) => {
        const {fill, stroke, strokeWidth} = getComputedStyle(shape);
        const solid = shape instanceof SVGGeometryElement && !isClear(fill);
        return {shape, place, fill, stroke, width: parseFloat(strokeWidth), solid};
      });
      drawings.set(svg, shapes);
    }
    return drawings.get(svg);
  };
  /** Fills under a point of a drawing, the topmost first, of what was drawn before. */
  const under = (svg, before, x, y) => [
    ...drawingOf(svg)
      .filter(({place, solid, shape}) => place < before && solid && shape.isPointInFill(new DOMPoint(x, y)))
      .map(({fill}) => fill)
      .reverse(),
    ...groundOf(svg).layers,
  ];

  const readDrawing = (svg) => {
    for (const {shape, place, fill, stroke, width} of drawingOf(svg)) {
      const name = `map: ${shape.getAttribute('class') ?? shape.localName}`;
      if (shape instanceof SVGTextElement) {
        const box = shape.getBBox();
        // Corners too: a long name may leave its ground.
        for (const [left, top] of [
          [0.5, 0.5],
          [0.1, 0.3],
          [0.9, 0.3],
          [0.1, 0.7],
          [0.9, 0.7],
        ]) {
          add(
            'text',
            `map: ${shape.textContent}`,
            fill,
            under(svg, place, box.x + box.width * left, box.y + box.height * top),
          );
        }
      } else if (
        shape instanceof SVGGeometryElement &&
        stroke !== 'none' &&
        width > 0 &&
        !shape.matches('.neighbour')
      ) {
        // Neighbours are quiet context, which nobody needs to tell the regions apart.
        const length = shape.getTotalLength();
        for (let step = 0; step < 16; step += 1) {
          const {x, y} = shape.getPointAtLength((length * step) / 16);
          const outside = under(svg, place, x, y);
          add('mark', `${name}, outside`, stroke, outside);
          // In the colour of what it is around, it is one shape with it.
          if (!isClear(fill) && fill !== stroke) add('mark', `${name}, inside`, stroke, [fill, ...outside]);
        }
      }
    }
  };

  const readText = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const element = node.parentElement ?? node.parentNode.host;
    if (!node.data.trim() || !isShown(element) || groundOf(element).clipped) return;
    const drawn = [...range.getClientRects()].some(({width, height}) => width > 0 && height > 0);
    if (drawn) add('text', node.data, getComputedStyle(element).color, groundOf(element).layers);
  };

  const readElement = (element) => {
    const {layers, clipped} = groundOf(element);
    if (!isShown(element) || clipped) return;
    const name = `${element.localName}.${element.className}`;
    const borders = bordersOf(getComputedStyle(element));
    if (borders.length === 4) for (const colour of borders) add('mark', name, colour, layers);
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(element, pseudo);
      if (['none', 'normal'].includes(style.content) || style.display === 'none') continue;
      const behind = [...(isClear(style.backgroundColor) ? [] : [style.backgroundColor]), ...layers];
      if (/^"[^"]+"/.test(style.content)) add('text', name + pseudo, style.color, behind);
      for (const colour of bordersOf(style)) add('mark', name + pseudo, colour, behind);
    }
  };

  const targets = [];
  const walk = (node) => {
    if (node instanceof Text) readText(node);
    else if (node instanceof SVGSVGElement && isShown(node)) readDrawing(node);
    else if (node instanceof HTMLElement || node instanceof ShadowRoot) {
      if (node instanceof HTMLStyleElement) return;
      if (node instanceof HTMLElement) readElement(node);
      if (node.matches?.('summary, a[href], button, input, [tabindex]') && isShown(node)) targets.push(node);
      for (const child of childrenOf(node)) walk(child);
    }
  };
  for (const id of ids) walk(document.getElementById(id));

  // Those of the page have outlines of its own.
  for (const target of targets.filter((target) => target.getRootNode() instanceof ShadowRoot)) {
    target.focus({preventScroll: true});
    const {outlineColor, outlineStyle, outlineWidth, outlineOffset} = getComputedStyle(target);
    const drawn = target.matches(':focus-visible') && outlineStyle === 'solid' && parseFloat(outlineOffset) >= 0;
    add(
      'outline',
      target.textContent,
      outlineColor,
      groundOf(parentOf(target)).layers,
      drawn ? parseFloat(outlineWidth) : 0,
    );
  }
  document.activeElement?.blur();
  return [...found.values()];
}

const ratioOf = ({front, behind}) => {
  const ground = flatten(behind);
  return contrast(paint(parseColour(front), ground), ground);
};

async function measure(which = ids) {
  const all = await page.evaluate(collect, which);
  return all.map((entry) => ({...entry, ratio: ratioOf(entry)}));
}

/** What is seen too badly, with all that helps to find it. */
const faint = (all) =>
  all.filter(
    ({kind, ratio, width}) => ratio < (kind === 'text' ? TEXT : MARK) || (kind === 'outline' && width < OUTLINE_PX),
  );

describe('contrast', () => {
  for (const [name, scheme] of Object.entries(SCHEMES)) {
    it(`of every text is at least ${TEXT} : 1, of every mark and outline ${MARK} : 1: ${name}`, async (t) => {
      await dress(scheme);
      const all = await measure();
      const figures = ['text', 'mark', 'outline'].map((kind) => {
        const some = all.filter((entry) => entry.kind === kind).sort((a, b) => a.ratio - b.ratio);
        const count = some.reduce((sum, entry) => sum + entry.count, 0);
        // A test that finds nothing has shown nothing.
        assert.ok(count > {text: 400, mark: 200, outline: 60}[kind], `${count} × ${kind}`);
        return `${kind} ${some[0].ratio.toFixed(2)} (${some[0].example}), of ${count}`;
      });
      t.diagnostic(`${name}: ${figures.join('; ')}`);
      assert.deepEqual(faint(all), []);

      // And the ground is the very colour that is on screen.
      if (scheme.media === 'print') return;
      const {behind, clip} = await page.evaluate(ground, ids[0]);
      const {data} = PNG.sync.read(Buffer.from(await page.screenshot({clip, captureBeyondViewport: false})));
      const expected = flatten(behind).map((part) => part * 255);
      const off = expected.map((part, i) => Math.abs(part - data[i]));
      assert.ok(Math.max(...off) <= 1, `${data.join()} instead of ${expected.join()}`);
    });
  }

  it('that is too low is found, be it of a text, a mark or an outline', async () => {
    await dress(SCHEMES['a light page']);
    for (const [kind, rule] of [
      ['text', '.muted { color: #8a8a8a }'],
      ['text', 'text { fill: #fff }'],
      ['mark', '.mark::before { border-color: #aaa }'],
      ['mark', '.region { stroke: #a88fb1 }'],
      ['outline', ':focus-visible { outline-color: #bbb }'],
      ['outline', ':focus-visible { outline-width: 1px }'],
    ]) {
      await page.evaluate(addRule, 'region-list-edited', rule);
      const found = faint(await measure(['region-list-edited']));
      await page.evaluate(addRule, 'region-list-edited');
      assert.deepEqual([...new Set(found.map((entry) => entry.kind))], [kind], rule);
    }
    assert.deepEqual(faint(await measure(['region-list-edited'])), []);
  });
});

/** In the page: a point of a box with nothing on it, and the layers of its colour. */
function ground(id) {
  const box = document.getElementById(id).shadowRoot.querySelector('[part=box]');
  const layers = [];
  for (let node = box; node; node = node.parentNode ?? node.host) {
    const colour = node instanceof Element ? getComputedStyle(node).backgroundColor : '';
    if (colour && !/^rgba\(.*, 0\)$/.test(colour)) layers.push(colour);
  }
  box.scrollIntoView();
  const {left, top} = box.getBoundingClientRect();
  return {behind: layers, clip: {x: left + scrollX + 1, y: top + scrollY + 6, width: 1, height: 1}};
}

/** In the page: one more rule for an element; without one, that goes again. */
function addRule(id, rule) {
  const {shadowRoot} = document.getElementById(id);
  const sheets = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== window.broken);
  window.broken = new CSSStyleSheet();
  window.broken.replaceSync(rule ?? '');
  shadowRoot.adoptedStyleSheets = rule ? [...sheets, window.broken] : sheets;
}

describe('the arithmetic', () => {
  it('gives the ratios that WCAG gives', () => {
    const ratio = (one, other) => contrast(parseColour(one), parseColour(other));
    assert.equal(ratio('rgb(0, 0, 0)', 'rgb(255, 255, 255)'), 21);
    assert.equal(ratio('rgb(255, 255, 255)', 'rgb(0, 0, 0)'), 21);
    assert.equal(ratio('rgb(118, 118, 118)', 'rgb(255, 255, 255)').toFixed(2), '4.54');
    assert.equal(ratio('color(srgb 1 0 0)', 'rgb(255, 255, 255)').toFixed(2), '4.00');
  });

  it('sees through what lets light through', () => {
    assert.deepEqual(flatten(['rgba(0, 0, 0, 0.5)', 'rgb(255, 255, 255)']), [0.5, 0.5, 0.5, 1]);
    assert.deepEqual(
      flatten(['color(srgb 1 1 1 / 0.5)', 'rgba(0, 0, 0, 0.5)', 'rgb(255, 255, 255)']),
      [0.75, 0.75, 0.75, 1],
    );
    assert.throws(() => flatten(['rgba(0, 0, 0, 0.5)']), /opaque/);
    assert.throws(() => parseColour('oklch(0.5 0.1 180)'), /oklch/);
  });
});
