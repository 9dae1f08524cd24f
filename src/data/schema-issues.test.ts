import {describe, it} from 'node:test';
import {expect} from 'chai';
import * as v from 'valibot';
import {makeSummit} from '../../test/support/make-summit.js';
import {countRuns} from '../../test/support/runs.mjs';
import {makeRandom, ODDITIES, spoil} from '../../test/support/spoil.js';
import {packSchema} from '../../tools/build/pack-schema.mjs';
import {copyPlain} from './copy-plain.js';
import type {Issue} from './issue.js';
import {isVisible} from './is-visible.js';
import {quote, Report} from './report.js';
import {reportShape} from './schema-issues.js';
import {summitSchema} from './summit-schema.js';

type Schema = Parameters<typeof reportShape>[0];

function issuesOf(schema: Schema, data: unknown): readonly Issue[] {
  const report = new Report();
  reportShape(schema, data, report);
  return report.issues;
}

/** The schemas of single values. */
function singleValues(schema: Schema, found = new Set<Schema>()): Set<Schema> {
  const inner = [schema.wrapped, schema.item, ...(schema.items ?? []), ...Object.values(schema.entries ?? {})];
  for (const part of inner) if (part) singleValues(part, found);
  return inner.some(Boolean) ? found : found.add(schema);
}

/** What a browser loads instead of the schema. */
async function loadTable(): Promise<Schema> {
  const code = packSchema('summitSchema', summitSchema);
  const table = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {summitSchema: Schema};
  return table.summitSchema;
}

/** The wording of the limits that have no message in the schema. */
const WORDING: Readonly<Record<string, (limit: string, value: string) => string>> = {
  max_length: (limit) => `is longer than ${limit} characters; shorten it`,
  min_value: (limit, value) => `must be ${limit} or more, not ${value}`,
  max_value: (limit, value) => `must be ${limit} or less, not ${value}`,
  integer: (_, value) => `must be a whole number, not ${value}`,
};

describe('reportShape', () => {
  const random = makeRandom(7);
  const values = [
    ...ODDITIES.map((make) => make(random)),
    ...[
      'en',
      'pt-BR',
      'a-b',
      'A',
      'UA-14',
      'Q1',
      'USD',
      '2024-02-29',
      '2023-02-29',
      '2031-05-04T12:00',
      '1.0',
      'M0 0z',
    ],
    ...['https://example.org/', 'HTTP://x', 'javascript:1', 'data.json', 'stated', 'primary', 'x'.repeat(81)],
    ...[0, 1, 1.5, -181, 90.01, 1_000_001, 1e16, -0, Number.MIN_VALUE],
  ];

  it('finds in single values what valibot finds', () => {
    const schemas = singleValues(summitSchema);
    expect(schemas.size).to.be.above(30);
    let wrong = 0;
    for (const value of values) {
      for (const schema of schemas) {
        const issues = v.safeParse(schema as unknown as v.GenericSchema, value).issues ?? [];
        const [first] = issues;
        const messages = issuesOf(schema, value).map(({message}) => message);
        wrong += messages.length;
        if (first?.kind === 'schema')
          expect(messages)
            .to.have.lengthOf(1)
            .and.to.have.property('0')
            .match(/^must be /);
        else {
          expect(messages).to.deep.equal(
            issues.map(({type, input, requirement, message}) => {
              const [limit, text] = [String(requirement), String(input)];
              return WORDING[type]?.(limit, text) ?? (isVisible(text) ? `${message}, not ${quote(text)}` : message);
            }),
          );
        }
      }
    }
    expect(wrong).to.be.above(1000);
  });

  it('says the same with the table that browsers load', async () => {
    const table = await loadTable();
    let wrong = 0;
    for (let seed = 1; seed <= countRuns(250); seed++) {
      const copy = copyPlain(spoil(makeSummit(), makeRandom(seed)));
      if (!('value' in copy)) continue;
      const issues = issuesOf(summitSchema, copy.value);
      expect(issuesOf(table, copy.value), `seed ${String(seed)}`).to.deep.equal(issues);
      wrong += issues.length;
    }
    expect(wrong).to.be.above(100);
  });
});

describe('packSchema', () => {
  it('refuses a part that the validator doesn’t read', () => {
    expect(() => packSchema('schema', v.object({id: v.pipe(v.string(), v.email())}))).to.throw('email');
    expect(() => packSchema('schema', v.object({id: v.bigint()}))).to.throw('bigint');
  });
});
