// @ts-check
/** The page with all pictures of a run: build/visual/index.html. */
import {describeCase} from './cases.mjs';

/**
 * @typedef {import('./cases.mjs').Case} Case
 *
 * @typedef {object} Outcome Of a picture. Files are relative to the page.
 * @property {string} [problem] Why somebody has to look at it.
 * @property {string} [actual]
 * @property {string} [reference]
 * @property {string} [difference]
 */

const styles = `
:root {
  --quiet: light-dark(#55585c, #a9adb2);
  --line: light-dark(#d5d7da, #3a3d41);
  --wrong: light-dark(#a1001f, #ff9aa5);
  color-scheme: light dark;
  background: light-dark(#f6f6f7, #17181a);
  color: light-dark(#1b1d20, #e3e4e6);
  font: 16px/1.5 system-ui, sans-serif;
}
body { max-inline-size: 90rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 3rem 0 1rem; padding-block-start: 0.75rem; border-block-start: 1px solid var(--line); font-size: 1.25rem; }
h3 { margin: 0 0 0.5rem; font-size: 1rem; }
p { margin: 0.25rem 0; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-block-start: 1rem; }
a { color: inherit; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; }
code { font-size: 0.875em; overflow-wrap: anywhere; }
.quiet, figcaption { color: var(--quiet); font-size: 0.875rem; }
.wrong { color: var(--wrong); font-weight: 600; }
ul { margin: 0; padding: 0; list-style: none; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 1.75rem 1.25rem; }
.failures > li + li { margin-block-start: 2.5rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1rem; margin-block-start: 0.75rem; }
figure { margin: 0; }
figcaption { margin-block-start: 0.5rem; }
figure > a { display: block; }
img { display: block; box-sizing: border-box; max-inline-size: 100%; block-size: auto; border: 1px solid var(--line); background: #fff; }
.pictures figure > a { block-size: 15rem; overflow: hidden; }
`;

/** @type {Record<string, string>} */
const escapes = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
/** @param {string} text */
const escape = (text) => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? '');

const titles = {'goal-comparison': 'Goal comparison', 'region-list': 'Region list', 'fact-box': 'Fact box'};

/** @param {number} number */
const countPictures = (number) => `${number} ${number === 1 ? 'picture' : 'pictures'}`;

/**
 * @param {Case} one
 * @param {Outcome} outcome
 */
function thumbnail(one, {actual, problem}) {
  const {name, element} = one;
  const words = describeCase(one);
  const wrong = problem ? `<br><a class="wrong" href="#${name}">Look at this one</a>` : '';
  const picture = actual
    ? `<a href="${actual}"><img src="${actual}" alt="${titles[element]}, ${words}" loading="lazy"></a>`
    : '<p class="quiet">No picture</p>';
  return `<li><figure>${picture}<figcaption>${words}${wrong}</figcaption></figure></li>`;
}

/** @param {Outcome & {name: string, title: string}} failed */
function failure({name, title, problem = '', ...files}) {
  const sides = /** @type {const} */ ([
    ['reference', 'Reference'],
    ['actual', 'Now'],
    ['difference', 'Differences in red'],
  ])
    .filter(([key]) => files[key])
    .map(
      ([key, label]) =>
        `<figure><a href="${files[key]}"><img src="${files[key]}" alt="${label}: ${title}" loading="lazy"></a><figcaption>${label}</figcaption></figure>`,
    );
  return `<li id="${name}"><h3>${title}</h3><p class="wrong">${escape(problem)}</p><p class="quiet"><code>${name}</code></p><div class="sides">${sides.join('')}</div></li>`;
}

/**
 * @param {object} run
 * @param {Case[]} run.cases
 * @param {Map<string, Outcome>} run.outcomes By name of the picture, or of a reference that no case uses.
 * @param {string} run.browser
 * @param {boolean} run.update Whether references were renewed.
 */
export function makeContactSheet({cases, outcomes, browser, update}) {
  const byName = new Map(cases.map((one) => [one.name, one]));
  const problems = [...outcomes].filter(([, {problem}]) => problem);
  const groups = /** @type {Case['element'][]} */ (Object.keys(titles)).filter((element) =>
    cases.some((one) => one.element === element),
  );
  const summary =
    problems.length === 0
      ? `<p>${countPictures(cases.length)}, all like the references.</p>`
      : `<p>${countPictures(cases.length)}, <span class="wrong">${problems.length} to look at</span>${update ? '; their references were renewed where that was possible' : ''}.</p>`;

  const failures = problems.map(([name, outcome]) => {
    const one = byName.get(name);
    return failure({
      name,
      title: one ? `${titles[one.element]}, ${describeCase(one)}` : 'A reference that no case uses',
      ...outcome,
    });
  });
  const sections = groups.map((element) => {
    const pictures = cases
      .filter((one) => one.element === element)
      .map((one) => thumbnail(one, outcomes.get(one.name) ?? {}));
    return `<section><h2 id="${element}">${titles[element]}</h2><ul class="pictures">${pictures.join('\n')}</ul></section>`;
  });
  const links = [
    ...(failures.length > 0 ? [['differs', 'To look at']] : []),
    ...groups.map((element) => [element, titles[element]]),
  ];

  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pictures of the boxes</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
<body>
<header>
<h1>Pictures of the boxes</h1>
${summary}
<p class="quiet">Taken with ${escape(browser)}. Each picture leads to its full size.</p>
<nav aria-label="Sections">${links.map(([id, label]) => `<a href="#${id}">${label}</a>`).join('')}</nav>
</header>
<main>
${failures.length > 0 ? `<section><h2 id="differs">To look at</h2><ul class="failures">${failures.join('\n')}</ul></section>` : ''}
${sections.join('\n')}
</main>
</body>
</html>
`;
}
