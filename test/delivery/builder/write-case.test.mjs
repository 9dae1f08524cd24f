/** A whole summit, made at the desk from the text of its sources by the actions of an editor. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {references} from '../../../dist/data/schema-paths.js';
import {startBuilder} from './builder-page.mjs';
import {downloaded} from './desk-page.mjs';
import {EditorHands} from './editor-hands.mjs';

/** Talks with two sides, a mediator, guarantors and disputed places. Without the map, which has a test of its own. */
const cyprus = JSON.parse(readFileSync(new URL('./cases/cyprus.json', import.meta.url), 'utf8'));

let builder;

before(async () => {
  builder = await startBuilder();
});

afterEach(async () => {
  await builder.leave();
});

after(async () => {
  await builder?.close();
});

/** The place of a statement in an article, as the article pane knows it; paragraph 9 for any other place. */
function placeOf(at = '') {
  const [, paragraph = '9', sentence = ''] = /^p(\d+)(?: s(\d+))?$/.exec(at) ?? [];
  return {paragraph: Number(paragraph), sentence: Number(sentence)};
}

/** The text of a source: its title, and the statements that were read in it at their places. */
function articleOf({id, title}, claims) {
  const paragraphs = Array.from({length: 9}, () => []);
  for (const {text, refs} of claims.filter((claim) => claim.refs[0].source === id)) {
    const {paragraph, sentence} = placeOf(refs[0].at);
    const sentences = paragraphs[paragraph - 1];
    while (sentence > sentences.length + 1) sentences.push('Something else was said.');
    sentences.push(text);
  }
  return [title, ...paragraphs.map((sentences) => sentences.join(' ') || 'Nothing of this is used.')].join('\n\n');
}

/** What every file has of its own. The map has a test of its own. */
const NOT_CONTENT = new Set(['schemaVersion', 'id', 'hash', 'map']);

/** The content of a file: references by the order of the entries instead of ids. */
function contentOf(file) {
  const summit = Object.fromEntries(Object.entries(file).filter(([key]) => !NOT_CONTENT.has(key)));
  const orders = new Map();
  for (const [list, entries] of Object.entries(summit))
    if (Array.isArray(entries))
      for (const [i, entry] of entries.entries()) orders.set(`${list} ${entry.id}`, `${list} ${i}`);
  const lists = new Map(references);
  const walk = (value, path) => {
    if (typeof value === 'string') {
      const list = lists.get(path);
      return list ? (orders.get(`${list} ${value}`) ?? `unknown: ${value}`) : value;
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, path ? `${path}.*` : '*'));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'id' || !path.includes('*'))
        .map(([key, one]) => [key, walk(one, path ? `${path}.${key}` : key)]),
    );
  };
  return walk(summit, '');
}

const KINDS = {group: 'Group', government: 'Government', person: 'Person', publication: 'The publication itself'};
const KEYS = {stated: 's', reported: 'r', analysis: 'a', speculation: 'p'};
const nameOf = ({shortName, name}) => shortName ?? name;

/** The actors, in the order of the file. */
async function writeActors(hands, {actors}) {
  await hands.open('Who wants what');
  for (const {role, name} of actors) {
    await hands.type(`#new-${role}`, name, 'text');
    await hands.press('Enter');
  }
  for (const [i, {shortName, office, kind}] of actors.entries()) {
    const path = `actors[${i}]`;
    await hands.click(`[data-entry="${path}"] > details > summary`);
    if (shortName) await hands.type(`[data-path="${path}.shortName"]`, shortName, 'text');
    if (office) await hands.type(`[data-path="${path}.office"]`, office, 'text');
    if (kind) await hands.choose(`[data-path="${path}.kind"]`, KINDS[kind]);
  }
  for (const [i, {speaksFor}] of actors.entries()) {
    if (!speaksFor) continue;
    const path = `actors[${i}]`;
    await hands.click(`[data-entry="${path}"] > details > summary`);
    await hands.choose(`[data-path="${path}.speaksFor"]`, nameOf(actors.find(({id}) => id === speaksFor)));
  }
}

/** The articles, and a source of other kind. */
async function writeSources(hands, {sources, claims}) {
  for (const source of sources.filter(({role}) => role === 'reporting')) {
    await hands.open('Article');
    if (source !== sources[0]) await hands.clickText('#section button', 'Add another article');
    await hands.paste('#article-text', articleOf(source, claims));
    await hands.paste('#article-url', source.url);
    await hands.click('.add-article button[type=submit]');
  }
  await hands.open('Sources');
  for (const [i, {role, title, shortTitle, license, date}] of sources.entries()) {
    const path = `sources[${i}]`;
    if (role === 'reference') {
      await hands.type('#new-source', title, 'text');
      await hands.press('Enter');
      await hands.choose(`[data-path="${path}.role"]`, 'Reference');
    } else await hands.click(`[data-entry="${path}"] > details > summary`);
    if (shortTitle) await hands.type(`[data-path="${path}.shortTitle"]`, shortTitle, 'text');
    if (license) await hands.type(`[data-path="${path}.license"]`, license, 'text');
    if (date) await hands.type(`[data-path="${path}.date"]`, date, 'other');
  }
}

async function writeClaims(hands, page, {claims, sources, actors}) {
  await hands.open('Article');
  for (const claim of claims) {
    const source = sources.find(({id}) => id === claim.refs[0].source);
    await hands.choose('.chooser select', source.title);
    const [from, to] = await page.$$eval(
      '.sentence',
      (all, text) => {
        const places = all.map((one) => one.getAttribute('data-sentence'));
        const texts = all.map((one) => (one.textContent ?? '').trim().replace(/\s*\(\d+ statements?\)$/, ''));
        for (let i = 0; i < all.length; i += 1)
          for (let j = i; j < all.length; j += 1)
            if (texts.slice(i, j + 1).join(' ') === text) return [places[i], places[j]];
        throw new Error(`Not in the article: ${text}`);
      },
      claim.text,
    );
    await hands.click(`[data-sentence="${from}"]`);
    for (let i = Number(from.split('-')[1]); i < Number(to.split('-')[1]); i += 1) {
      await page.keyboard.down('Shift');
      await hands.press('ArrowRight');
      await page.keyboard.up('Shift');
    }
    await hands.press(KEYS[claim.certainty]);
    await hands.press(String(actors.findIndex(({id}) => id === claim.by[0]) + 1));
    await hands.press('Enter');
  }
  for (const [i, claim] of claims.entries()) await completeClaim(hands, page, claim, i, {sources, actors});
}

/** What the article pane doesn't know: places of another form, further sources, dates, who disputes it. */
async function completeClaim(hands, page, claim, index, {sources, actors}) {
  const {refs, asOf, about, disputedBy} = claim;
  const path = `claims[${index}]`;
  const {paragraph, sentence} = placeOf(refs[0].at);
  const isExact = refs.length === 1 && refs[0].at === `p${paragraph} s${sentence}`;
  if (isExact && !asOf && !about && !disputedBy) return;
  await hands.choose('.chooser select', sources.find(({id}) => id === refs[0].source).title);
  await hands.click(`[data-entry="${path}"] > details > summary`);
  const at = `[data-path="${path}.refs[0].at"]`;
  await page.waitForSelector(at);
  // A statement of several sentences has a place for each.
  while (await page.$(`[data-path="${path}.refs[1].at"]`))
    await hands.click(`[data-entry="${path}"] .ref:nth-of-type(n + 2) .remove`);
  if (refs[0].at === undefined) {
    await hands.click(at);
    await page.$eval(at, (field) => field.select());
    await hands.press('Delete');
    await hands.press('Tab');
  } else if (!isExact) {
    await hands.type(at, refs[0].at, 'other');
    await hands.press('Tab');
  }
  for (const [i, ref] of refs.entries()) {
    if (i === 0) continue;
    await hands.clickText(`[data-entry="${path}"] button`, 'Add another source');
    await hands.choose(`[data-path="${path}.refs[${i}].source"]`, sources.find(({id}) => id === ref.source).shortTitle);
    if (!ref.at) continue;
    await hands.type(`[data-path="${path}.refs[${i}].at"]`, ref.at, 'other');
    await hands.press('Tab');
  }
  if (!asOf && !about && !disputedBy) return;
  await hands.clickText(`[data-entry="${path}"] details summary`, 'More about this statement');
  if (asOf) await hands.type(`[data-path="${path}.asOf"]`, asOf, 'other');
  for (const [field, ids] of Object.entries({about, disputedBy}))
    for (const id of ids ?? [])
      await hands.choose(`[data-path="${path}.${field}"] select`, nameOf(actors.find((one) => one.id === id)));
}

/** Chooses statements in a list that is searched by typing; the editor sees all and ticks them. */
async function chooseStatements(hands, path, ids, claims) {
  await hands.click(`[data-path="${path}"] > button`);
  for (const id of ids)
    await hands.clickText(`[data-path="${path}"] .matches .option`, claims.find((claim) => claim.id === id).text);
  await hands.click(`[data-path="${path}"] > button`);
}

async function writePositions(hands, page, {topics, positions, actors, claims, regions}) {
  await hands.open('Who wants what');
  for (const {label} of topics) {
    await hands.type('#new-topic', label, 'text');
    await hands.press('Enter');
  }
  const sides = actors.filter(({role}) => role === 'principal');
  for (const [i, {actor, topic, label, stance, rank, claims: ids, regions: places}] of positions.entries()) {
    const path = `positions[${i}]`;
    const side = sides.findIndex(({id}) => id === actor);
    const row = topics.findIndex(({id}) => id === topic) + 1;
    if (!(await page.$(`#cell-${row}-${side}[aria-expanded=true]`))) await hands.click(`#cell-${row}-${side}`);
    if (side < 0) await hands.choose('#field-new-actor', actors.find(({id}) => id === actor).name);
    await hands.type('#new-position', label, 'text');
    await hands.press('Enter');
    if (stance) await hands.click(`[data-path="${path}.stance"] input[value="${stance}"]`);
    await chooseStatements(hands, `${path}.claims`, ids, claims);
    if (rank) await hands.click(`[data-path="${path}.rank"]`);
    for (const id of places ?? [])
      await hands.choose(`[data-path="${path}.regions"] select`, regions.find((one) => one.id === id).name);
  }
}

async function writeFacts(hands, page, {facts, claims}) {
  await hands.open('Fact box');
  for (const [i, {question, label, claims: ids, items = []}] of facts.entries()) {
    const path = `facts[${i}]`;
    const option = await page.$eval(`#new-fact option[value="${question}"]`, (one) => one.textContent?.trim() ?? '');
    await hands.choose('#new-fact', option);
    if (label) await hands.type(`[data-path="${path}.label"]`, label, 'text');
    if (ids) await chooseStatements(hands, `${path}.claims`, ids, claims);
    for (const [j, item] of items.entries()) {
      await hands.type(`[data-entry="${path}"] form.add input`, item.label, 'text');
      await hands.press('Enter');
      await chooseStatements(hands, `${path}.items[${j}].claims`, item.claims, claims);
    }
  }
}

async function writePlaces(hands, {regions}) {
  await hands.open('Places');
  for (const [i, {name, native}] of regions.entries()) {
    await hands.type('#new-place', name, 'text');
    await hands.press('Enter');
    if (!native) continue;
    await hands.click(`[data-entry="regions[${i}]"] > details > summary`);
    await hands.type(`[data-path="regions[${i}].native.name"]`, native.name, 'text');
    await hands.type(`[data-path="regions[${i}].native.lang"]`, native.lang, 'other');
  }
}

async function writeDetails(hands, {title, status, when, venue, asOf, views, claims}) {
  await hands.open('Summit');
  await hands.type('[data-path="title"]', title, 'text');
  await hands.choose('[data-path="lang"]', 'English (United Kingdom)');
  await hands.choose('[data-path="status.value"]', 'Ended');
  await chooseStatements(hands, 'status.claims', status.claims, claims);
  await hands.type('[data-path="when.start"]', when.start, 'other');
  await hands.type('[data-path="when.end"]', when.end, 'other');
  await hands.type('[data-path="venue.name"]', venue.name, 'text');
  await hands.type('[data-path="asOf.date"]', asOf.date, 'other');
  await hands.clickText('#section summary', 'Headings of the boxes');
  await hands.type('[data-path="venue.code"]', venue.code, 'other');
  await hands.type('[data-path="asOf.note"]', asOf.note, 'text');
  for (const [view, texts] of Object.entries(views))
    for (const [field, text] of Object.entries(texts))
      await hands.type(`[data-path="views.${view}.${field}"]`, text, 'text');
}

describe('the talks in Crans-Montana', () => {
  it('are made from the text of their sources, without a typed id', async (t) => {
    const {page, consoleErrors} = await builder.openTab({width: 1280, height: 1000});
    await page.goto(`${builder.url}builder/?case`);
    await page.waitForSelector('.sections');
    const hands = new EditorHands(page);
    await writeSources(hands, cyprus);
    await writeActors(hands, cyprus);
    await writeClaims(hands, page, cyprus);
    await writePlaces(hands, cyprus);
    await writePositions(hands, page, cyprus);
    await writeFacts(hands, page, cyprus);
    await writeDetails(hands, cyprus);
    const made = await downloaded(page);
    assert.deepEqual(contentOf(made), contentOf(cyprus));
    assert.equal(made.id, 'the-cyprus-talks-in-crans');
    t.diagnostic(hands.describe());
    assert.ok(hands.otherPercent <= 20, hands.describe());
    assert.deepEqual(hands.idsTyped(made), []);
    assert.deepEqual(consoleErrors, []);
  });
});
