/** Wires the strip above the masthead. Nothing is stored: a reload brings the page back as it was. */

const root = document.documentElement;
const elements = document.querySelectorAll('summit-fact-box, summit-goal-comparison, summit-region-list');

const actions = {
  scheme(value) {
    root.dataset.scheme = value;
  },
  /** The article stays English, so the boxes alone change: their own words, not the data's. */
  language(value) {
    for (const element of elements) {
      if (value) element.setAttribute('lang', value);
      else element.removeAttribute('lang');
    }
  },
  direction(value) {
    root.dir = value;
  },
  font(value) {
    root.dataset.font = value;
  },
};

for (const select of document.querySelectorAll('[data-sets]')) {
  const act = () => actions[select.dataset.sets](select.value);
  select.addEventListener('change', act);
  // Browsers may keep what was chosen before a reload.
  act();
}
