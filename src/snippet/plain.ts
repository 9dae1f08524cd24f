import {html, nothing, type TemplateResult} from 'lit';
import {renderStatus} from '../element/box.js';
import {hostOf, renderLink} from '../element/footer.js';
import {renderHeading} from '../element/heading.js';
import {DOT, namesOf, type RenderContext, type ViewName} from '../element/render-context.js';
import {compareGoals, AIMS, type GoalRow} from '../model/compare-goals.js';
import {listRegions} from '../model/list-regions.js';
import {selectFacts} from '../model/select-facts.js';
import {
  certainties,
  makeStatement,
  findByIds,
  type Attribution,
  type Statement,
  type ActorStatements,
} from '../model/statement.js';
import type {ElementName} from '../components/element-names.js';
import type {Attributes} from './embed-options.js';

// The plain layer is readable without styles and attributes, since a host may strip both. Everything that live boxes
// collapse is visible, and each claim has its speaker, certainty and place in brackets after it. Two legacy table
// attributes replace styles, as in mail: columns of sides have the same width, and their cells align at the top.

/**
 * Headings of a plain layer. `all`: all of them, for text output. `one`: only the box's heading, and bold lines inside,
 * so that the box adds one entry to a page's outline. `role`: the same, but the heading is a paragraph with that role:
 * inside an element the plain layer is hidden, and table-of-contents scripts would list every `h3`.
 */
export type PlainHeadings = 'all' | 'one' | 'role';

/** Renders the content of an element as plain HTML. */
export function renderPlain(
  element: ElementName,
  context: RenderContext,
  attributes: Attributes,
  headings: PlainHeadings,
): TemplateResult {
  return renderers[element]({...context, headings}, attributes);
}

const renderers: Readonly<Record<ElementName, (context: PlainContext, attributes: Attributes) => TemplateResult>> = {
  'goal-comparison': renderComparison,
  'region-list': renderRegions,
  'fact-box': renderFacts,
};

type PlainContext = RenderContext & {readonly headings: PlainHeadings};

function renderComparison(context: PlainContext, attributes: Attributes): TemplateResult {
  const {summit} = context;
  const {venue, views} = summit;
  const {sides, rows} = compareGoals(summit, idsIn(attributes['actors']), idsIn(attributes['topics']));
  return renderBox(
    context,
    'comparison',
    [context.formatText(views?.comparison?.subtitle), renderStatus(context, context.formatText(venue?.name))],
    html`<table>
      <thead>
        <tr>
          ${sides.map(
            ({name, office}) =>
              html`<th scope="col" width="${Math.floor(100 / sides.length)}%">${context.formatText(name)}${office ? [DOT, context.formatText(office)] : nothing}</th>`,
          )}
        </tr>
      </thead>
      ${rows.map((row) => renderRow(context, row))}
    </table>`,
    venue?.refs,
  );
}

function renderRow(context: PlainContext, row: GoalRow): TemplateResult {
  const {id, label, claims, sides, others, withdrawn} = row;
  const {messages} = context;
  const across = (content: unknown): TemplateResult => html`<tr><td colspan=${sides.length}>${content}</td></tr>`;
  return html`<tbody valign="top">
    ${
      id === AIMS
        ? nothing
        : html`<tr>
          <th scope="rowgroup" colspan=${sides.length}>
            ${subheading(context, label ? context.formatText(label) : messages.constraints)}
          </th>
        </tr>`
    }
    ${claims[0] || withdrawn ? across([renderClaims(context, row), context.formatChanges?.(row)]) : nothing}
    <tr>
      ${sides.map((actorStatements) => html`<td>${renderActorStatements(context, actorStatements, label ? messages.gap : messages.nothingGiven)}</td>`)}
    </tr>
    ${others.map((actorStatements) => across(renderActorStatements(context, actorStatements)))}
  </tbody>`;
}

function renderRegions(context: PlainContext): TemplateResult {
  const {summit, messages} = context;
  const {regions, common} = listRegions(summit);
  const view = summit.views?.regions;
  return renderBox(
    context,
    'regions',
    [[view?.subtitle && [context.formatText(view.subtitle), DOT], renderStatus(context)]],
    [
      regions.length > 0
        ? html`<ol>
            ${regions.map(
              ({region: {name, native, code}, statementsByActor}) => html`<li>
                <b>${context.formatText(name)}</b>
                ${native && html`<span lang=${native.lang}>${native.name}</span>`}${code && [native && DOT, code]}
                ${statementsByActor.map((actorStatements) => renderActorStatements(context, actorStatements))}
                ${statementsByActor.length > 0 || common.length > 0 ? nothing : html`<p>${messages.nothingGiven}</p>`}
              </li>`,
            )}
          </ol>`
        : html`<p>${messages.nothingGiven}</p>`,
      common.length > 0
        ? [
            headingLine(context, messages.count(messages.inEachRegion, regions.length)),
            common.map((actorStatements) => renderActorStatements(context, actorStatements)),
          ]
        : nothing,
    ],
    summit.regions.flatMap(({refs = []}) => refs),
  );
}

function renderFacts(context: PlainContext, attributes: Attributes): TemplateResult {
  const {summit, messages} = context;
  const facts = selectFacts(summit, idsIn(attributes['facts']));
  return renderBox(
    context,
    'facts',
    [context.formatText(summit.views?.facts?.subtitle)],
    [
      html`<p>${renderStatus(context)}</p>`,
      renderBasis(context, makeStatement(summit, summit.status)),
      facts.length > 0
        ? html`<dl>
            ${facts.map(
              ({fact, statement, items}) => html`<dt><b>${messages.label(fact.question)}</b></dt>
                <dd>
                  ${renderStatement(context, statement)}
                  ${
                    items.length > 0
                      ? html`<ul>
                        ${items.map((item) => html`<li>${renderStatement(context, item)}</li>`)}
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

/** Renders the frame, as in the live box: heading, lines, body, footer. */
function renderBox(
  context: PlainContext,
  view: ViewName,
  lines: readonly unknown[],
  body: unknown,
  refs: readonly string[] = [],
): TemplateResult {
  const {box, messages, dir, level, headings, formatTitle} = context;
  const content = box.heading || context.formatText(formatTitle(view));
  return html`<section lang=${messages.lang} dir=${dir ?? nothing}>
    ${
      headings === 'role'
        ? html`<p role="heading" aria-level=${Math.min(6, Math.max(1, level))}><b>${content}</b></p>`
        : renderHeading(level, content, 'summit-heading')
    }
    ${lines.map((line) => (line ? html`<p>${line}</p>` : nothing))} ${context.languageNote} ${body}
    ${renderFooter(context, refs)}
  </section>`;
}

function renderFooter(context: PlainContext, refs: readonly string[]): unknown {
  const {box, summit, messages, asOfLine, correctionsLine} = context;
  const {asOf, sources, id, revision, hash} = summit;
  const cited = new Set(refs);
  return html`<p>${asOfLine} ${context.formatText(asOf?.note)} ${correctionsLine}</p>
    ${[renderLink(box.policyUrl, messages.policy, ''), renderLink(box.feedbackUrl, messages.feedback, '')].map(
      (link) => (link ? html`<p>${link}</p>` : nothing),
    )}
    ${headingLine(context, messages.sources)}
    <ul>
      ${certainties.map((certainty) => html`<li>${messages.label(certainty)}: ${messages[`${certainty}Means`]}</li>`)}
      ${sources
        .filter(({id, role}) => role === 'reporting' || cited.has(id))
        .map(({title, date, note, license, url}) => {
          const name = context.formatText(title);
          const remarks = [
            hostOf(url),
            context.formatSourceDate?.(date),
            context.formatText(note),
            context.formatText(license),
          ].map((remark) => remark && [DOT, remark]);
          return html`<li>${renderLink(url, name, name)}${remarks}</li>`;
        })}
      ${context.logItems}
      <li>${id}@${revision}${hash && [DOT, hash]}</li>
    </ul>`;
}

/** Renders the name and stance of an actor and the actor's statements, or `gap` if there are none. */
function renderActorStatements(context: RenderContext, {actor, statements}: ActorStatements, gap?: string): unknown {
  const {messages} = context;
  const name = actor ? context.formatText(namesOf(context, [actor])) : messages.talks;
  const role = actor?.role === 'third-party' ? [DOT, messages.thirdParty] : nothing;
  if (statements.length === 0) return html`<p><b>${name}</b></p><p>${gap}</p>`;
  return statements.map((statement, i) => {
    const stance = statement.rank ?? statement.stance;
    const head = i === 0 ? [html`<b>${name}</b>`, role, stance && DOT] : '';
    return [
      i === 0 || stance ? html`<p>${head}${stance && messages.label(stance)}</p>` : nothing,
      renderStatement(context, statement),
    ];
  });
}

function renderStatement(context: RenderContext, statement: Statement): unknown {
  return [
    statement.label ? html`<p>${context.formatText(statement.label, statement)}</p>` : nothing,
    context.formatLabelNotes?.(statement),
    renderBasis(context, statement),
  ];
}

/** Renders the claims under a statement and their log entries. */
function renderBasis(context: RenderContext, attribution: Attribution): unknown {
  return [
    attribution.claims.length > 0 ? renderClaims(context, attribution) : nothing,
    context.formatChanges?.(attribution),
  ];
}

function renderClaims(context: RenderContext, {claims}: Pick<Attribution, 'claims'>): TemplateResult {
  const {summit, messages} = context;
  return html`<ul>
    ${claims.map((claim) => {
      const {text, certainty, by} = claim;
      const speakers = context.formatText(namesOf(context, findByIds(summit.actors, by)));
      const said = [speakers, context.formatPlaces(claim), context.formatRemarks?.(claim)]
        .filter(Boolean)
        .map((part) => [DOT, part]);
      return html`<li>${context.formatText(text)} <small>(${messages.label(certainty)}${said})</small></li>`;
    })}
  </ul>`;
}

/** Renders the heading of a part of the box. */
function subheading({headings, level}: PlainContext, content: unknown): TemplateResult {
  return headings === 'all' ? renderHeading(level + 1, content, 'summit-heading') : html`<b>${content}</b>`;
}

/** Renders the heading of a part of the box as a block. */
function headingLine(context: PlainContext, content: unknown): TemplateResult {
  const heading = subheading(context, content);
  return context.headings === 'all' ? heading : html`<p>${heading}</p>`;
}

function idsIn(value: string | undefined): readonly string[] {
  return value?.match(/[^\s,]+/g) ?? [];
}
