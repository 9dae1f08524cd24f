/** The live check: the validator's messages by the field that they are about, and a summit that can be previewed. */
import {listWarnings} from '../../src/authoring/list-warnings.js';
import {checkLedger} from '../../src/data/check-references.js';
import {checkUnknownKeys} from '../../src/data/check-unknown-keys.js';
import type {Issue} from '../../src/data/issue.js';
import {parseSummit, type ParsedSummit} from '../../src/data/parse-summit.js';
import type {Summit} from '../../src/data/summit.js';
import {completeShape} from './complete-shape.js';

export interface DraftIssue extends Issue {
  /** A draft with an error can't be published; a warning is the editor's decision. */
  readonly kind: 'error' | 'warning';
}

export interface DraftCheck {
  readonly issues: readonly DraftIssue[];
  /** The messages about each field, by path. */
  readonly byPath: ReadonlyMap<string, readonly DraftIssue[]>;
  /** The summit, if it has no errors of its shape. */
  readonly summit: Summit | undefined;
  /** What readers would see of it now: without the entries that have errors. */
  readonly preview: Summit | undefined;
}

/** Rounds of leaving out entries: an entry that is left out may be referred to by others. */
const MAX_ROUNDS = 8;

/** A text for what every box needs and a new draft doesn't have. */
const UNTITLED = '…';

const checked = new WeakMap<Summit, DraftCheck>();

/** Checks a draft. The result is kept as long as the summit is the same object. */
export function checkDraft(summit: Summit): DraftCheck {
  let check = checked.get(summit);
  if (!check) {
    check = makeCheck(summit);
    checked.set(summit, check);
  }
  return check;
}

function makeCheck(draft: Summit): DraftCheck {
  const parsed = parseSummit(draft);
  const errors = [...checkUnknownKeys(draft), ...(parsed.issues ?? []), ...listGaps(draft, parsed)];
  const warnings = parsed.summit ? listWarnings(parsed.summit) : [];
  const issues: DraftIssue[] = [
    ...errors.map((issue) => ({...issue, kind: 'error' as const})),
    ...warnings.map((issue) => ({...issue, kind: 'warning' as const})),
  ];
  const byPath = new Map<string, DraftIssue[]>();
  for (const issue of issues) {
    const found = byPath.get(issue.path);
    if (found) found.push(issue);
    else byPath.set(issue.path, [issue]);
  }
  return {issues, byPath, summit: parsed.summit, preview: parsed.summit ?? withoutErrors(draft)};
}

/** The gaps in the ledger, also while there are other errors: so that solving one brings no new ones to light. */
function listGaps(draft: Summit, parsed: ParsedSummit): readonly Issue[] {
  if (parsed.summit) return checkLedger(parsed.summit);
  const shaped = parsed.code === 'invalid' ? completeShape(draft) : undefined;
  if (!shaped || 'issue' in shaped) return [];
  const places = new Set(parsed.issues.map(({path}) => path));
  return checkLedger(shaped.summit).filter(({path}) => !places.has(path));
}

/** Optional details of an entry. Without them it says the same, of the same. */
const DETAIL = /^(\w+)\[(\d+)\]\.(date|asOf|url|license|note)$/;

/** Leaves out the details that are wrong. */
function withoutWrongDetails(draft: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const rest: Record<string, unknown> = {...draft};
  for (const {path} of parseSummit(draft).issues ?? []) {
    const [, list = '', index, field = ''] = DETAIL.exec(path) ?? [];
    const entries = rest[list];
    if (index === undefined || !Array.isArray(entries)) continue;
    rest[list] = entries.map((entry: Readonly<Record<string, unknown>>, i) =>
      i === Number(index) ? Object.fromEntries(Object.entries(entry).filter(([key]) => key !== field)) : entry,
    );
  }
  return rest;
}

/**
 * Leaves out every entry of a list with an error, until the rest is valid. An entry whose date or address is wrong is
 * shown without it: everything refers to a source, so that without the source nothing could be shown.
 */
function withoutErrors(draft: Summit): Summit | undefined {
  let rest: Readonly<Record<string, unknown>> = withoutWrongDetails({...draft, title: draft.title || UNTITLED});
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const {summit, issues} = parseSummit(rest);
    if (summit) return summit;
    const bad = new Map<string, Set<number>>();
    for (const {path} of issues) {
      const [, list, index] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
      // An optional field that isn't in a list is left out whole.
      const key = list ?? /^\w+/.exec(path)?.[0] ?? '';
      const indices = bad.get(key) ?? new Set<number>();
      if (index !== undefined) indices.add(Number(index));
      bad.set(key, indices);
    }
    if (bad.size === 0 || bad.has('')) return undefined;
    rest = Object.fromEntries(
      Object.entries(rest).flatMap(([key, value]) => {
        const indices = bad.get(key);
        if (!indices) return [[key, value]];
        if (key === 'status') return [[key, {...draft.status, claims: []}]];
        return Array.isArray(value) ? [[key, value.filter((_, i) => !indices.has(i))]] : [];
      }),
    );
  }
  return undefined;
}
