/**
 * Finds breaking changes between two reports: removed names, values that are no longer accepted, new required input.
 * Additions aren't breaking, nor is another literal in a union.
 */

const READONLY = / \(readonly\)$/;
const LIMIT = /^at (most|least) (\d+)$/;

/** The alternatives of a union type, split at each ` | ` outside brackets. */
function alternatives(value) {
  const found = [''];
  let depth = 0;
  for (const part of value.split(/( \| |=>|[()[\]{}<>])/)) {
    if (/^[([{<]$/.test(part)) depth += 1;
    if (/^[)\]}>]$/.test(part)) depth -= 1;
    if (part === ' | ' && depth === 0) found.push('');
    else found[found.length - 1] += part;
  }
  return found;
}

const isWord = (alternative) => /^(?:"[^"]*"|-?\d+)$/.test(alternative);

/** The direction of a line's values: from users to the package (`given`) or from the package to users (`received`). */
function ways(key, value, types) {
  const parameter = /\(\d/.test(key);
  if (parameter) return {given: true, received: false};
  if (key.endsWith('()') || value.startsWith('const ')) return {given: false, received: true};
  const [owner] = key.split(/[.[]/, 1);
  // Users don't construct classes, so their read-only members only come from the package.
  return types.get(owner) ?? {given: !READONLY.test(value), received: true};
}

const words = (text) => text.match(/\b[A-Z]\w+/g) ?? [];

/** For each interface and type: whether it is given, received or both, according to the signatures in the report. */
function waysOfTypes(report) {
  const lines = [...report.values()].flatMap((section) => [...section]);
  const classes = new Set(lines.flatMap(([key, {value}]) => (/^class\b/.test(value) ? [key] : [])));
  const fields = new Map();
  for (const [key, {value}] of lines) {
    const [owner] = key.split(/[.[(]/, 1);
    if (/^[A-Z]/.test(owner) && !classes.has(owner)) fields.set(owner, [...(fields.get(owner) ?? []), ...words(value)]);
  }
  const spread = (start) => {
    const found = new Set();
    for (const waiting = [...start]; waiting.length > 0;) {
      const name = waiting.pop();
      if (found.has(name) || !fields.has(name)) continue;
      found.add(name);
      waiting.push(...fields.get(name));
    }
    return found;
  };
  const signatures = lines.filter(([key]) => !/^[A-Z]/.test(key) || classes.has(key.split(/[.[(]/, 1)[0]));
  const start = (way) => signatures.flatMap(([key, {value}]) => (ways(key, value, new Map())[way] ? words(value) : []));
  const given = spread(start('given'));
  const received = spread(start('received'));
  // Types without a signature may be used in both directions.
  return new Map(
    [...fields.keys()].map((name) => [
      name,
      {given: given.has(name) || !received.has(name), received: received.has(name) || !given.has(name)},
    ]),
  );
}

/** Returns why `after` breaks code that relied on `before`; `undefined` if it doesn't. */
function narrowed(before, after, {given, received}) {
  if (before === after) return undefined;
  if (READONLY.test(after) && !READONLY.test(before)) return 'can no longer be set';
  const [old, now] = [before, after].map((value) =>
    value
      .replace(READONLY, '')
      .split(', ')
      .flatMap((part, index) => (index === 0 ? alternatives(part) : [part])),
  );
  const was = `was ${before}, is ${after}`;
  const [oldLimits, nowLimits] = [old, now].map(
    (parts) => new Map(parts.flatMap((part) => (LIMIT.test(part) ? [LIMIT.exec(part).slice(1)] : []))),
  );
  for (const [kind, limit] of nowLimits) {
    const earlier = oldLimits.get(kind);
    if (earlier === undefined || (kind === 'most' ? Number(limit) < Number(earlier) : Number(limit) > Number(earlier)))
      return was;
  }
  const kept = (parts) => parts.filter((part) => !LIMIT.test(part));
  const gone = kept(old).filter((part) => !now.includes(part));
  const more = kept(now).filter((part) => !old.includes(part));
  // A removed pattern accepts more values.
  const lost = gone.filter((part) => !(part.startsWith('like /') && !more.some((other) => other.startsWith('like /'))));
  if (lost.length > 0 && lost.every(isWord)) return `no longer has ${lost.join(', ')}`;
  if (lost.length > 0 && (given || more.length > 0)) return was;
  if (more.some((part) => !isWord(part)) && (received || more.some((part) => part.startsWith('like /')))) return was;
  return undefined;
}

/**
 * @param {import('./report.mjs').Report} before
 * @param {import('./report.mjs').Report} after
 * @param {{given: boolean, received: boolean}} [always] Where all lines of a report go one way.
 * @param {boolean} [asksAtTop] Whether a section is one thing that is given, with a line for each of its parts.
 * @returns {string[]} A sentence for each break.
 */
export function findBreaks(before, after, always, asksAtTop = false) {
  const breaks = [];
  const types = always ? new Map() : waysOfTypes(after);
  for (const [heading, lines] of before) {
    const now = after.get(heading);
    if (!now) {
      breaks.push(`${heading} is gone`);
      continue;
    }
    const gone = [];
    for (const [key, {optional, value}] of lines) {
      if (
        gone.some((other) => key.startsWith(`${other}.`) || key.startsWith(`${other}[`) || key.startsWith(`${other}(`))
      )
        continue;
      const way = always ?? ways(key, value, types);
      const line = now.get(key) ?? sameParameter(key, now);
      if (!line) {
        gone.push(key);
        breaks.push(`${heading}: ${key} is gone`);
      } else {
        const reason =
          narrowed(value, line.value, way) ??
          (optional && !line.optional && way.given ? 'must be given now' : undefined) ??
          (!optional && line.optional && way.received ? 'may be missing now' : undefined);
        if (reason) breaks.push(`${heading}: ${key} ${reason}`);
      }
    }
    for (const [key, {optional, value}] of now) {
      if (optional || lines.has(key) || sameParameter(key, lines)) continue;
      // Existing code passes the parent without this part. If the parent is new, no code does.
      const whole = key.replace(/(?:\.[^.[(]+|\[\d*\]|\(\d[^)]*\))$/, '');
      const isOld = /\(\d/.test(key) ? lines.has(`${whole}()`) : whole === key ? asksAtTop : lines.has(whole);
      const isMember = /^class\b/.test(now.get(whole)?.value ?? '');
      if (isOld && !isMember && (always ?? ways(key, value, types)).given)
        breaks.push(`${heading}: ${key} must be given now`);
    }
  }
  return breaks;
}

/** A renamed parameter is the same parameter. */
function sameParameter(key, lines) {
  const [, start] = /^(.*\(\d+)[^)]*\)$/.exec(key) ?? [];
  const same =
    start &&
    [...lines.keys()].find((other) => other.startsWith(start) && /^(?: [^)]*)?\)$/.test(other.slice(start.length)));
  return same ? lines.get(same) : undefined;
}
