import {parseSummit} from '../../../src/data/parse-summit.js';
import {fetchJson} from '../../../src/loading/fetch-json.js';
import {LoadFailure} from '../../../src/loading/load-failure.js';
import {readChosenFile, readSummitText} from '../../file/read-file.js';
import {describeIssues} from '../../store/desk-words.js';
import {raiseRevision} from '../../store/commands/changes.js';
import type {Problem} from '../fields/problem.js';
import type {WriteContext} from '../write-context.js';

/** Compares the draft with a file that the editor chose or dropped. */
export async function choosePublished(context: WriteContext, file: File): Promise<void> {
  showLoading(context);
  const text = await readChosenFile(file);
  if (typeof text !== 'string') {
    showProblem(context, text);
    return;
  }
  const read = await readSummitText(text, file.name);
  if (read.kind === 'bad') showProblem(context, read);
  else take(context, read.value, file.name);
}

/** Compares the draft with the edition at an address. */
export async function fetchPublished(context: WriteContext, address: string): Promise<void> {
  showLoading(context);
  try {
    const {value, url} = await fetchJson(address, {cache: 'no-cache'});
    take(context, value, new URL(url).pathname.split('/').at(-1) ?? url);
  } catch (cause) {
    if (!(cause instanceof LoadFailure)) throw cause;
    showProblem(context, {message: cause.message, issues: []});
  }
}

function take(context: WriteContext, value: unknown, name: string): void {
  const {summit, actions} = context;
  const {summit: published, issues} = parseSummit(value);
  if (!published) {
    showProblem(context, {
      message: `“${name}” isn’t a valid summit, so it can’t be compared:`,
      issues: describeIssues(value, issues),
    });
    return;
  }
  if (published.id !== summit.id) {
    const message = `“${name}” is another summit, “${published.title}”. Choose an edition of “${summit.title}”.`;
    showProblem(context, {message, issues: []});
    return;
  }
  actions.show({corrections: {published: {summit: published, name}, problem: undefined, isLoading: false}});
  actions.edit('Raise the number of the edition', (draft) => {
    raiseRevision(draft, published);
  });
  actions.say(`Compared with edition ${String(published.revision)}.`);
}

function showLoading({actions}: WriteContext): void {
  actions.show({corrections: {published: undefined, problem: undefined, isLoading: true}});
}

function showProblem({actions}: WriteContext, {message, issues}: Problem): void {
  actions.show({corrections: {published: undefined, problem: {message, issues}, isLoading: false}});
}
