import {html, nothing, type TemplateResult} from 'lit';
import {renderStatus} from '../element/box.js';
import {hostOf, renderLink} from '../element/footer.js';
import {renderHeading} from '../element/heading.js';
import {DOT, namesOf, type Reading} from '../element/reading.js';
import {compareGoals, AIMS, type GoalRow} from '../model/compare-goals.js';
import {listRegions} from '../model/list-regions.js';
import {selectFacts} from '../model/select-facts.js';
import {certainties, makeStatement, pick, type Ledger, type Statement, type Voice} from '../model/statement.js';
import type {Attributes, ElementName} from './embed-options.js';

// Needs no style and no attribute to be understood: a host may strip both. What live boxes fold away stands open here,
// and every claim carries its speaker, certainty and place in brackets after it. Two old attributes of tables stand in for
// styles, as in mail: sides are equally wide, and what they say begins on one line.

/**
 * Which headings a plain layer has: `all` of them, for text that is written from it; `one`, the box's own, with bold lines
 * inside, so that it adds one entry to a page's outline; or `role`, the same as a line with that role: inside of an element it
 * is hidden, and scripts that make tables of contents take every `h3` for an entry.
 */
export type PlainHeadings = 'all' | 'one' | 'role';

/** What the element shows, as plain HTML. */
export function renderPlain(
  element: ElementName,
  reading: Reading,
  attributes: Attributes,
  headings: PlainHeadings,
): TemplateResult {
  const plain = {...reading, headings};
  switch (element) {
    case 'goal-comparison':
      return renderComparison(plain, attributes);
    case 'region-list':
      return renderRegions(plain);
    case 'fact-box':
      return renderFacts(plain, attributes);
  }
}

type PlainReading = Reading & {readonly headings: PlainHeadings};

function renderComparison(reading: PlainReading, attributes: Attributes): TemplateResult {
  const {summit} = reading;
  const {venue, views} = summit;
  const {sides, rows} = compareGoals(summit, idsIn(attributes['actors']), idsIn(attributes['topics']));
  return renderBox(
    reading,
    views?.comparison?.title,
    [reading.text(views?.comparison?.subtitle), renderStatus(reading, reading.text(venue?.name))],
    html`<table>
      <thead>
        <tr>
          ${sides.map(
            ({name, office}) =>
              html`<th scope="col" width="${Math.floor(100 / sides.length)}%">${reading.text(name)}${office ? [DOT, reading.text(office)] : nothing}</th>`,
          )}
        </tr>
      </thead>
      ${rows.map((row) => renderRow(reading, row))}
    </table>`,
    venue?.refs,
  );
}

function renderRow(reading: PlainReading, row: GoalRow): TemplateResult {
  const {id, label, claims, sides, others, withdrawn} = row;
  const {words} = reading;
  const across = (content: unknown): TemplateResult => html`<tr><td colspan=${sides.length}>${content}</td></tr>`;
  return html`<tbody valign="top">
    ${
      id === AIMS
        ? nothing
        : html`<tr>
          <th scope="rowgroup" colspan=${sides.length}>
            ${subheading(reading, label ? reading.text(label) : words.constraints)}
          </th>
        </tr>`
    }
    ${claims[0] || withdrawn ? across([renderClaims(reading, row), reading.note?.('ledger', row)]) : nothing}
    <tr>
      ${sides.map((voice) => html`<td>${renderVoice(reading, voice, label ? words.gap : words.nothingGiven)}</td>`)}
    </tr>
    ${others.map((voice) => across(renderVoice(reading, voice)))}
  </tbody>`;
}

function renderRegions(reading: PlainReading): TemplateResult {
  const {summit, words} = reading;
  const {regions, common} = listRegions(summit);
  const view = summit.views?.regions;
  return renderBox(
    reading,
    view?.title,
    [[view?.subtitle && [reading.text(view.subtitle), DOT], renderStatus(reading)]],
    [
      regions.length > 0
        ? html`<ol>
            ${regions.map(
              ({region: {name, native, code}, voices}) => html`<li>
                <b>${reading.text(name)}</b>
                ${native && html`<span lang=${native.lang}>${native.name}</span>`}${code && [native && DOT, code]}
                ${voices.map((voice) => renderVoice(reading, voice))}
                ${voices.length > 0 || common.length > 0 ? nothing : html`<p>${words.nothingGiven}</p>`}
              </li>`,
            )}
          </ol>`
        : html`<p>${words.nothingGiven}</p>`,
      common.length > 0
        ? [
            headingLine(reading, words.count(words.inEachRegion, regions.length)),
            common.map((voice) => renderVoice(reading, voice)),
          ]
        : nothing,
    ],
    summit.regions.flatMap(({refs = []}) => refs),
  );
}

function renderFacts(reading: PlainReading, attributes: Attributes): TemplateResult {
  const {summit, words} = reading;
  const facts = selectFacts(summit, idsIn(attributes['facts']));
  return renderBox(
    reading,
    summit.views?.facts?.title,
    [reading.text(summit.views?.facts?.subtitle)],
    [
      html`<p>${renderStatus(reading)}</p>`,
      renderBasis(reading, makeStatement(summit, summit.status)),
      facts.length > 0
        ? html`<dl>
            ${facts.map(
              ({fact, statement, items}) => html`<dt><b>${words.word(fact.question)}</b></dt>
                <dd>
                  ${renderStatement(reading, statement)}
                  ${
                    items.length > 0
                      ? html`<ul>
                        ${items.map((item) => html`<li>${renderStatement(reading, item)}</li>`)}
                      </ul>`
                      : nothing
                  }
                </dd>`,
            )}
          </dl>`
        : nothing,
    ],
    summit.venue?.refs,
  );
}

/** The same frame as the live box: heading, lines, body, footer. */
function renderBox(
  reading: PlainReading,
  title: string | undefined,
  lines: readonly unknown[],
  body: unknown,
  refs: readonly string[] = [],
): TemplateResult {
  const {box, summit, words, dir, level, headings} = reading;
  const content = box.heading || reading.text(title ?? summit.title);
  return html`<section lang=${words.lang} dir=${dir ?? nothing}>
    ${
      headings === 'role'
        ? html`<p role="heading" aria-level=${Math.min(6, Math.max(1, level))}><b>${content}</b></p>`
        : renderHeading(level, content, 'summit-heading')
    }
    ${lines.map((line) => (line ? html`<p>${line}</p>` : nothing))} ${reading.note?.('box')} ${body}
    ${renderFooter(reading, refs)}
  </section>`;
}

function renderFooter(reading: PlainReading, refs: readonly string[]): unknown {
  const {box, summit, words} = reading;
  const {asOf, sources, id, revision, hash} = summit;
  const cited = new Set(refs);
  return html`<p>${asOf?.date} ${reading.text(asOf?.note)} ${words.noCorrections}</p>
    ${[renderLink(box.policyUrl, words.policy, ''), renderLink(box.feedbackUrl, words.feedback, '')].map((link) =>
      link ? html`<p>${link}</p>` : nothing,
    )}
    ${headingLine(reading, words.sources)}
    <ul>
      ${certainties.map((certainty) => html`<li>${words.word(certainty)}: ${words[`${certainty}Means`]}</li>`)}
      ${sources
        .filter(({id, role}) => role === 'reporting' || cited.has(id))
        .map(({title, date, note, license, url}) => {
          const name = reading.text(title);
          const remarks = [hostOf(url), date, reading.text(note), reading.text(license)].map(
            (remark) => remark && [DOT, remark],
          );
          return html`<li>${renderLink(url, name, name)}${remarks}</li>`;
        })}
      ${reading.note?.('log')}
      <li>${id}@${revision}${hash && [DOT, hash]}</li>
    </ul>`;
}

/** Who speaks, with what stance, and the statements; `gap` where there is none. */
function renderVoice(reading: Reading, {actor, statements}: Voice, gap?: string): unknown {
  const {words} = reading;
  const name = actor ? reading.text(namesOf(reading, [actor])) : words.talks;
  const role = actor?.role === 'third-party' ? [DOT, words.thirdParty] : nothing;
  if (statements.length === 0) return html`<p><b>${name}</b></p><p>${gap}</p>`;
  return statements.map((statement, i) => {
    const stance = statement.rank ?? statement.stance;
    const head = i === 0 ? [html`<b>${name}</b>`, role, stance && DOT] : '';
    return [
      i === 0 || stance ? html`<p>${head}${stance && words.word(stance)}</p>` : nothing,
      renderStatement(reading, statement),
    ];
  });
}

function renderStatement(reading: Reading, statement: Statement): unknown {
  return [
    statement.label ? html`<p>${reading.text(statement.label, statement)}</p>` : nothing,
    reading.note?.('label', statement),
    renderBasis(reading, statement),
  ];
}

/** The claims under a statement, and what the log says of them. */
function renderBasis(reading: Reading, ledger: Ledger): unknown {
  return [ledger.claims.length > 0 ? renderClaims(reading, ledger) : nothing, reading.note?.('ledger', ledger)];
}

function renderClaims(reading: Reading, {claims}: Pick<Ledger, 'claims'>): TemplateResult {
  const {summit, words} = reading;
  return html`<ul>
    ${claims.map(({text, certainty, by, refs, asOf}) => {
      const places = [...new Set(refs.map(({at}) => at && words.place(at)))].join(', ');
      const speakers = reading.text(namesOf(reading, pick(summit.actors, by)));
      const said = [speakers, places, asOf].filter(Boolean).map((part) => [DOT, part]);
      return html`<li>${reading.text(text)} <small>(${words.word(certainty)}${said})</small></li>`;
    })}
  </ul>`;
}

/** The name of a part of the box. */
function subheading({headings, level}: PlainReading, content: unknown): TemplateResult {
  return headings === 'all' ? renderHeading(level + 1, content, 'summit-heading') : html`<b>${content}</b>`;
}

/** The same on a line of its own. */
function headingLine(reading: PlainReading, content: unknown): TemplateResult {
  const heading = subheading(reading, content);
  return reading.headings === 'all' ? heading : html`<p>${heading}</p>`;
}

function idsIn(value: string | undefined): readonly string[] {
  return value?.match(/[^\s,]+/g) ?? [];
}
