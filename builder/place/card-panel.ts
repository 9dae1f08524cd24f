import {html, nothing, type TemplateResult} from 'lit';
import {cardSchemes, cardSizes, type CardScheme, type CardSize} from '../../src/snippet/card-options.js';
import {drawCard, type DrawnCard} from './draw-card.js';
import {renderRadios, renderText} from '../fields.js';
import type {Actions, View} from './view.js';

const SIZE_LABELS: Readonly<Record<CardSize, string>> = {
  landscape: 'Landscape',
  square: 'Square',
  portrait: 'Portrait',
};
const SCHEME_LABELS: Readonly<Record<CardScheme, string>> = {light: 'Light', dark: 'Dark'};

/** The share card for the current choices. Never a card of other data. */
export function cardOf({choices, checked, data, box, isMakingBox, boxFault, card}: View): DrawnCard {
  if (choices.element !== 'goal-comparison')
    return {kind: 'none', reason: 'Only the goal comparison has a share card.'};
  if (data.kind === 'loading') return {kind: 'none', reason: 'The data is loading.'};
  if (data.kind !== 'good') return {kind: 'none', reason: 'The card appears when the data is valid.'};
  if (!box?.card)
    return {kind: 'none', reason: isMakingBox ? 'The card is being made.' : (box?.cardFault ?? boxFault ?? '')};
  const {accent} = checked.theme;
  return drawCard(box.card, {
    ...card,
    // Other colours may not be known outside a page.
    ...(accent && /^#(?:[\da-f]{3}){1,2}$/i.test(accent) && {accent}),
  });
}

/** The share card with its choices, files and alternative text. */
export function renderCard(view: View, actions: Actions): TemplateResult {
  const {card: look, cardSaid, isMakingBox} = view;
  const drawn = cardOf(view);
  const {widthPx, heightPx} = cardSizes[look.size];
  return html`<section id="card" aria-labelledby="card-heading">
    <h2 id="card-heading" tabindex="-1">Share card</h2>
    <p class="why">A picture of the goal comparison for social networks and messengers. Publish it with its text alternative.</p>
    ${
      drawn.kind === 'drawn'
        ? html`<div class="card">
            <img
              id="card-picture"
              class=${look.size}
              src=${drawn.src}
              alt="Preview of the share card; the field “Text alternative” has its text"
              width=${widthPx}
              height=${heightPx}
            />
            <div>
              <fieldset>
                <legend>Size</legend>
                ${renderRadios({
                  name: 'card-size',
                  value: look.size,
                  options: (Object.keys(cardSizes) as CardSize[]).map((value) => ({
                    value,
                    label: SIZE_LABELS[value],
                    hint: `${String(cardSizes[value].widthPx)} × ${String(cardSizes[value].heightPx)}`,
                  })),
                  change: (size) => {
                    actions.setCard({size});
                  },
                })}
              </fieldset>
              <fieldset>
                <legend>Background</legend>
                ${renderRadios({
                  name: 'card-scheme',
                  value: look.scheme,
                  options: cardSchemes.map((value) => ({value, label: SCHEME_LABELS[value]})),
                  change: (scheme) => {
                    actions.setCard({scheme});
                  },
                })}
              </fieldset>
              ${renderText({
                id: 'card-paper',
                label: 'Name of your paper',
                value: look.paper,
                placeholder: 'none',
                change: (paper) => {
                  actions.setCard({paper});
                },
              })}
              <div class="field">
                <label for="card-alt">Text alternative</label>
                <textarea id="card-alt" rows="6" readonly lang=${view.box?.lang ?? nothing} dir=${view.box?.dir ?? nothing} .value=${drawn.card.alt}></textarea>
              </div>
              <div class="bar">
                ${renderButton('card-png', 'Download PNG', 'png', isMakingBox, actions)}
                ${renderButton('card-svg', 'Download SVG', 'svg', isMakingBox, actions)}
                ${renderButton('card-copy', 'Copy text alternative', 'alt', isMakingBox, actions)}
                <output id="card-said" role="status">${cardSaid}</output>
              </div>
            </div>
          </div>`
        : html`<p class="reason" role="status">${drawn.reason}</p>`
    }
  </section>`;
}

function renderButton(
  id: string,
  label: string,
  as: Parameters<Actions['takeCard']>[0],
  isDisabled: boolean,
  actions: Actions,
): TemplateResult {
  return html`<button
    type="button"
    id=${id}
    class=${as === 'png' ? 'main' : nothing}
    aria-disabled=${isDisabled ? 'true' : nothing}
    @click=${() => {
      actions.takeCard(as);
    }}
  >
    ${label}
  </button>`;
}
