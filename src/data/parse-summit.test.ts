import {describe, it} from 'node:test';
import {expect} from 'chai';
import {makeChange, makeSummit} from '../../test/support/make-summit.js';
import {acceptSummit} from './accept-summit.js';
import {checkLedger, checkWithdrawn} from './check-references.js';
import {parseInSteps, parseSummit} from './parse-summit.js';
import type {Summit} from './summit.js';

/** The only issue of some data. */
function onlyIssue(data: unknown): {path: string; message: string} {
  const {issues = []} = parseSummit(data);
  expect(issues.map(({path}) => path)).to.have.lengthOf(1);
  expect(acceptSummit(data)).to.equal(undefined);
  return issues[0]!;
}

describe('parseSummit', () => {
  it('lets a good summit through', () => {
    const summit = makeSummit();
    expect(parseSummit(summit)).to.deep.equal({summit});
  });

  it('names the place of a wrong word', () => {
    const [first, ...others] = makeSummit().claims;
    const claims = [...others, {...first, certainty: 'sure'}];
    expect(onlyIssue({...makeSummit(), claims}).path).to.equal(`claims[${String(others.length)}].certainty`);
  });

  it('names every wrong place at once', () => {
    const {issues} = parseSummit({...makeSummit(), id: 'Not An Id', revision: 0, lang: 'english!'});
    expect(issues?.map(({path}) => path)).to.deep.equal(['id', 'revision', 'lang']);
  });

  it('names issues of every kind at once, shape or not', () => {
    const {claims, positions} = makeSummit();
    const {issues} = parseSummit({
      ...makeSummit({title: 'Talks\u0007', when: {start: '2031-05-12', end: '2031-05-11'}}),
      revision: 'one',
      claims: [{...claims[0], certainty: 'sure'}, ...claims.slice(1)],
      positions: [{...positions[0], claims: ['north-qouta']}, ...positions.slice(1)],
    });
    expect(issues?.map(({path}) => path)).to.deep.equal([
      'revision',
      'claims[0].certainty',
      'positions[0].claims[0]',
      'when.end',
      'title',
    ]);
  });

  it('says in plain words what to do', () => {
    const [first, ...others] = makeSummit().claims;
    const claim = (differences: object): object => ({...makeSummit(), claims: [{...first, ...differences}, ...others]});
    const {certainty, ...unsure} = first!;
    const cases: [data: unknown, message: string][] = [
      [{...makeSummit(), title: undefined}, 'is missing; add a text'],
      [{...makeSummit(), title: 5}, 'must be a text, not a number; put it in quotes'],
      [{...makeSummit(), title: ''}, 'must not be empty'],
      [{...makeSummit(), title: '\u200b \u3164'}, 'must not be empty'],
      [{...makeSummit(), title: 'x'.repeat(2001)}, 'is longer than 2000 characters; shorten it'],
      [{...makeSummit(), when: {start: new Date(0)}}, 'must be a text, not a date; put it in quotes'],
      [{...makeSummit(), asOf: {note: null}}, 'must be a text, not null; leave the key out if there is no value'],
      [{...makeSummit(), revision: '2'}, 'must be a number, not a text; remove the quotes'],
      [{...makeSummit(), revision: 1.5}, 'must be a whole number, not 1.5'],
      [{...makeSummit(), revision: 0}, 'must be 1 or more, not 0'],
      [{...makeSummit(), lang: 'english!'}, "must be a language tag such as 'en' or 'pt-BR', not 'english!'"],
      [{...makeSummit(), changes: {}}, 'must be a list [ … ], not an object'],
      [{...makeSummit(), views: []}, 'must be an object { … }, not a list of 0'],
      [{...makeSummit(), venue: {name: 'Verra', point: [1]}}, 'must be a list of 2 numbers, not a list of 1'],
      [claim({certainty: 'sure'}), "must be one of stated, reported, analysis, speculation, not 'sure'"],
      [
        claim({certainty: 'Reportd'}),
        "must be one of stated, reported, analysis, speculation, not 'Reportd'; did you mean 'reported'?",
      ],
      [
        {...makeSummit(), claims: [unsure, ...others]},
        'is missing; add one of stated, reported, analysis, speculation',
      ],
      [
        {...makeSummit(), claims: [{...unsure, certanty: certainty}, ...others]},
        "is missing, but there is 'certanty'; did you mean 'certainty'?",
      ],
      ['{}', 'must be an object { … }, not a text'],
      [[], 'must be an object { … }, not a list of 0'],
    ];
    for (const [data, message] of cases) expect(onlyIssue(data).message).to.equal(message);
  });

  it('asks whether a near id was meant', () => {
    const {positions} = makeSummit();
    const broken = makeSummit({positions: [{...positions[0]!, claims: ['north-qouta']}, ...positions.slice(1)]});
    expect(onlyIssue(broken)).to.deep.equal({
      path: 'positions[0].claims[0]',
      message: "no claim has the id 'north-qouta'; did you mean 'north-quota'?",
    });
  });

  it('leaves references alone where the list they lead into is not sound', () => {
    const [first, ...others] = makeSummit().claims;
    const {id, ...nameless} = first!;
    expect(onlyIssue({...makeSummit(), claims: [nameless, ...others]})).to.deep.equal({
      path: 'claims[0].id',
      message: 'is missing; add a text',
    });
    expect(onlyIssue({...makeSummit(), claims: id}).path).to.equal('claims');
  });

  it('tells another major version from a broken file', () => {
    for (const schemaVersion of ['2.0', '0.9', '11.0', '2', 2]) {
      const {issues = [], code} = parseSummit({schemaVersion, anything: 'else'});
      expect(code, String(schemaVersion)).to.equal('unsupported-version');
      expect(issues.map(({path}) => path)).to.deep.equal(['schemaVersion']);
      expect(issues[0]!.message)
        .to.contain(`'${String(schemaVersion)}'`)
        .and.to.contain('1.x');
    }
    for (const schemaVersion of ['1', 'two', '', 1, null, undefined]) {
      expect(parseSummit({...makeSummit(), schemaVersion}).code, String(schemaVersion)).to.equal('invalid');
    }
    expect(parseSummit({...makeSummit(), schemaVersion: '1.7'}).code).to.equal(undefined);
  });

  it('lists two hundred issues and says how many more there are', () => {
    const claims = Array.from({length: 100}, () => ({}));
    const {issues = []} = parseSummit({...makeSummit(), claims});
    expect(issues).to.have.lengthOf(201);
    expect(issues[200]).to.deep.equal({path: '', message: '200 further issues are not listed; fix these first'});
  });

  it('refuses what is far too deep, too long or too much, and names the place and the limit', () => {
    let nested: unknown = 'core';
    for (let i = 0; i < 100_000; i++) nested = [nested];
    const circle: Record<string, unknown> = {};
    circle['again'] = circle;
    const cases: [data: unknown, path: RegExp, limit: string][] = [
      [{...makeSummit(), map: nested}, /^map\[0\]/, '16 levels'],
      [{...makeSummit(), views: circle}, /^views\.again$/, 'contains itself'],
      [{...makeSummit(), views: {list: [circle]}}, /^views\.list\[0\]\.again$/, 'contains itself'],
      [{...makeSummit(), claims: Array.from({length: 10_001}, () => ({}))}, /^claims$/, '10000'],
      [{...makeSummit(), claims: new Array(4e9)}, /^claims$/, '10000'],
      [
        {...makeSummit(), topics: Array.from({length: 40}, () => new Array<number>(10_000).fill(1))},
        /^topics\[\d+\]$/,
        '300000 values',
      ],
    ];
    for (const [data, path, limit] of cases) {
      const issue = onlyIssue(data);
      expect(issue.path).to.match(path);
      expect(issue.message).to.contain(limit);
    }
  });

  it('takes names of every object for ordinary ones', () => {
    const claims = [...makeSummit().claims, {...makeSummit().claims[0]!, id: 'constructor'}];
    expect(parseSummit(makeSummit({claims})).issues).to.equal(undefined);
    const positions = [{...makeSummit().positions[0]!, actor: 'constructor'}];
    expect(onlyIssue(makeSummit({positions})).message).to.match(/^no actor has the id 'constructor'/);
  });

  it('counts only what an object itself has', () => {
    const {title, ...rest} = makeSummit();
    expect(onlyIssue(Object.assign(Object.create({title}), rest)).path).to.equal('title');
    const {summit} = parseSummit({...makeSummit(), ...(JSON.parse('{"__proto__": {"polluted": 1}}') as object)});
    expect(summit).not.to.have.property('polluted');
  });

  it('names a missing part', () => {
    const {status, ...rest} = makeSummit();
    expect(status.value).to.equal('scheduled');
    expect(onlyIssue(rest).path).to.equal('status');
  });

  it('names an id that nothing has, where it stands', () => {
    const {positions} = makeSummit();
    const broken = makeSummit({
      positions: [...positions, {...positions[0]!, id: 'new', claims: ['north-quota', 'nobody-said']}],
    });
    expect(onlyIssue(broken)).to.deep.equal({
      path: `positions[${String(positions.length)}].claims[1]`,
      message: "no claim has the id 'nobody-said'",
    });
  });

  it('names an id that is taken', () => {
    const {topics} = makeSummit();
    const issue = onlyIssue(makeSummit({topics: [...topics, {id: 'water', label: 'Water again'}]}));
    expect(issue.path).to.equal(`topics[${String(topics.length)}].id`);
    expect(issue.message).to.match(/'water' is taken/);
  });

  it('takes http and https addresses and no others', () => {
    const withUrl = (url: string): Summit =>
      makeSummit({sources: makeSummit().sources.map((source) => ({...source, url}))});
    expect(parseSummit(withUrl('https://example.org/a')).issues).to.equal(undefined);
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//example.org',
      ' https://example.org',
      'java\nscript:x',
    ]) {
      expect(parseSummit(withUrl(url)).issues, url).not.to.equal(undefined);
    }
  });

  it('takes paths of straight lines and nothing that could be markup', () => {
    const {map} = makeSummit();
    const issue = onlyIssue(makeSummit({map: {...map!, land: [{name: 'Land', d: 'M0 0"><script>'}]}}));
    expect(issue.path).to.equal('map.land[0].d');
  });

  it('takes days, months and years of the calendar, and no others', () => {
    for (const start of ['2031', '2031-05', '2031-05-12', '2032-02-29', '2000-02-29', '2031-04-30']) {
      expect(parseSummit(makeSummit({when: {start}})).issues, start).to.equal(undefined);
    }
    for (const start of [
      '2031-13',
      '12 May 2031',
      '2031-05-40',
      '',
      '2031-02-30',
      '2031-02-29',
      '1900-02-29',
      '2031-04-31',
    ]) {
      expect(onlyIssue(makeSummit({when: {start}})).path, start).to.equal('when.start');
    }
  });

  it('takes no end before the start, as far as the two are exact', () => {
    for (const end of ['2031-05-12', '2031-05', '2031', '2031-06', '2032']) {
      expect(parseSummit(makeSummit({when: {start: '2031-05-12', end}})).issues, end).to.equal(undefined);
    }
    for (const end of ['2031-05-11', '2031-04', '2030']) {
      const issue = onlyIssue(makeSummit({when: {start: '2031-05-12', end}}));
      expect(issue.path, end).to.equal('when.end');
      expect(issue.message).to.contain("before the start, '2031-05-12'");
    }
  });

  it('takes a day of review only with a date to say', () => {
    const changes = [makeChange('update', 'More is known.', 'no-signing')];
    const reviewBy = '2031-06-01';
    expect(parseSummit(makeSummit({reviewBy})).issues).to.equal(undefined);
    expect(parseSummit(makeSummit({reviewBy, asOf: undefined, changes})).issues).to.equal(undefined);
    expect(onlyIssue(makeSummit({reviewBy, asOf: {note: 'Undated.'}})).path).to.equal('reviewBy');
  });

  it('takes addresses of translations beside the file or by http, one for each language', () => {
    for (const src of [
      'a.de.json',
      './a.json',
      '../a.json',
      '/a/b.json?v=1',
      'https://example.org/a.json',
      'a/b:c.json',
    ]) {
      expect(parseSummit(makeSummit({translations: [{lang: 'de', src}]})).issues, src).to.equal(undefined);
    }
    for (const src of [
      'javascript:alert(1)',
      'data:x',
      'file:///a',
      '//example.org/a',
      '\\\\example.org',
      'a b.json',
      '',
      'JAVASCRIPT:x',
      'c:a',
    ]) {
      const {issues = []} = parseSummit(makeSummit({translations: [{lang: 'de', src}]}));
      expect(
        issues.map(({path}) => path),
        src,
      ).to.deep.equal(['translations[0].src']);
    }
    const twice = onlyIssue(
      makeSummit({
        translations: [
          {lang: 'de', src: 'a.json'},
          {lang: 'de', src: 'b.json'},
        ],
      }),
    );
    expect(twice.path).to.equal('translations[1].lang');
    expect(twice.message).to.match(/^'de' is taken/);
  });

  it('takes an id once in a list, in the parts of an answer and among the targets of a change', () => {
    const {facts} = makeSummit();
    const [part] = facts[1]!.items!;
    expect(onlyIssue(makeSummit({facts: [{...facts[1]!, items: [part!, part!]}, ...facts.slice(2)]})).path).to.equal(
      'facts[0].items[1].id',
    );
    const changes = [makeChange('update', 'More is known.', 'no-signing', 'no-signing')];
    expect(onlyIssue(makeSummit({changes})).path).to.equal('changes[0].targets[1]');
  });

  it('takes no characters that disguise a text, and names them', () => {
    const cases = {
      'Talks \u202Edefrever': 'U+202E',
      '\u2066Talks': 'U+2066',
      'Talks\u0000': 'U+0000',
      'Talks\u001B[2J': 'U+001B',
      'Talks\u0085': 'U+0085',
      'Talks \uD83D': 'U+D83D',
      'Talks\uFFFF': 'U+FFFF',
      'Talks\uFDD0': 'U+FDD0',
    };
    for (const [title, character] of Object.entries(cases)) {
      const issue = onlyIssue(makeSummit({title}));
      expect(issue.path).to.equal('title');
      expect(issue.message).to.contain(`the character ${character},`);
    }
    for (const title of ['Line\nby line\tand\r\non', 'Talks 🕊️', 'قمة ألاسكا\u200F (2025)']) {
      expect(parseSummit(makeSummit({title})).issues, title).to.equal(undefined);
    }
  });

  it('lets nothing of the data disguise a message', () => {
    const {issues = []} = parseSummit({...makeSummit(), lang: `\u202Een\u001B[2J${'x'.repeat(1e5)}`});
    expect(issues[0]!.message).to.contain('U+202Een');
    for (const {message} of issues) {
      expect(message).to.have.lengthOf.below(300);
      expect(message).not.to.match(/\p{Cc}|\u202E/u);
    }
  });

  it('leaves out keys it does not know', () => {
    const {summit} = parseSummit({...makeSummit(), comment: 'for a later version'});
    expect(summit).to.deep.equal(makeSummit());
  });

  it('never throws, whatever comes', () => {
    const circle: Record<string, unknown> = {};
    circle['claims'] = [circle];
    for (const input of [
      undefined,
      null,
      0,
      'text',
      [],
      {},
      circle,
      () => 1,
      {claims: {length: 1e9}},
      JSON.parse('{"__proto__":{"x":1}}'),
    ]) {
      expect(parseSummit(input).issues).not.to.have.lengthOf(0);
    }
  });

  it('does not throw either when the data do so on being read', () => {
    const {proxy, revoke} = Proxy.revocable({}, {});
    revoke();
    const trap = {
      ...makeSummit(),
      get claims(): never {
        throw new TypeError('not today');
      },
    };
    for (const input of [proxy, trap]) expect(onlyIssue(input).message).to.match(/could not be read .*plain data/);
  });

  it('comes to an end with a list that grows while it is read', () => {
    let length = 0;
    const claims = new Proxy<unknown[]>([], {
      get(target, key) {
        if (key !== 'length') return Reflect.get(target, key) as unknown;
        length += 1;
        if (length > 100) throw new Error('asked over and over');
        return length;
      },
    });
    const {issues = []} = parseSummit({...makeSummit(), claims});
    expect(issues.map(({path}) => path)).to.include('claims[0]');
  });
});

describe('checkLedger', () => {
  it('has nothing to say of a complete ledger', () => {
    expect(checkLedger(makeSummit())).to.deep.equal([]);
  });

  it('names a claim that no view shows', () => {
    const {claims} = makeSummit();
    const [issue] = checkLedger(makeSummit({claims: [...claims, {...claims[0]!, id: 'unheard'}]}));
    expect(issue).to.deep.equal({
      path: `claims[${String(claims.length)}]`,
      message: "no view shows the claim 'unheard'; add its id to a view, or remove the claim",
    });
  });

  it('names a claim without speaker and without source', () => {
    const [first, ...others] = makeSummit().claims;
    const issues = checkLedger(makeSummit({claims: [{...first!, by: [], refs: []}, ...others]}));
    expect(issues.map(({path}) => path)).to.deep.equal(['claims[0].by', 'claims[0].refs']);
  });

  it('names a view that no claim bears out, and a position that no box shows', () => {
    const positions = [...makeSummit().positions, {id: 'adrift', actor: 'northfield', label: 'Something', claims: []}];
    const path = `positions[${String(positions.length - 1)}]`;
    expect(checkLedger(makeSummit({positions})).map((issue) => issue.path)).to.deep.equal([`${path}.claims`, path]);
  });

  it('leaves withdrawn claims alone, and another check names the views that rest on them', () => {
    const {claims} = makeSummit();
    const withdrawn = makeSummit({
      claims: [...claims, {...claims[0]!, id: 'unheard'}],
      changes: [makeChange('withdrawal', 'Not said.', 'first-of-two', 'unheard', 'long-gone')],
    });
    expect(checkLedger(withdrawn)).to.deep.equal([]);
    const [issue, ...others] = checkWithdrawn(withdrawn);
    expect(issue?.path).to.equal('facts[1].items[0].claims');
    expect(issue?.message).to.match(/all claims .* are withdrawn/);
    expect(others).to.deep.equal([]);
  });

  it('names a correction of a claim that there is not', () => {
    const changes = [makeChange('correction', 'It said otherwise.', 'north-quota', 'north-qouta')];
    const [issue] = checkLedger(makeSummit({changes}));
    expect(issue?.path).to.equal('changes[0].targets[1]');
    expect(issue?.message).to.match(/did you mean 'north-quota'\?$/);
  });
});

describe('parseSummit, with an earlier edition', () => {
  const before = parseSummit(structuredClone(makeSummit())).summit!;

  it('gives the same objects for what is the same, value for value, wherever it stands', () => {
    const [first, ...others] = makeSummit().claims;
    const later = parseSummit(
      structuredClone(makeSummit({revision: 2, claims: [...others, {...first!, text: 'Otherwise.'}]})),
      before,
    ).summit!;
    expect(later.claims.slice(0, -1)).to.deep.equal(before.claims.slice(1));
    expect(later.claims.map((claim) => before.claims.includes(claim))).to.deep.equal([
      ...others.map(() => true),
      false,
    ]);
    expect(later.regions[0]).to.equal(before.regions[0]);
  });

  it('gives what it gives without one', () => {
    const data = makeSummit({
      revision: 2,
      topics: makeSummit().topics.map((topic) => ({...topic, label: `${topic.label}!`})),
    });
    expect(parseSummit(data, before)).to.deep.equal(parseSummit(data));
  });

  it('checks what is new, and what the old refers to', () => {
    const [first, ...others] = makeSummit().claims;
    const issues = (overrides: object): string[] =>
      parseSummit({...makeSummit(), ...overrides}, before).issues?.map(({path}) => path) ?? [];
    expect(issues({claims: [{...first, text: 5}, ...others]})).to.deep.equal(['claims[0].text']);
    expect(issues({claims: [{...first, text: 'a\u202eb'}, ...others]})).to.deep.equal(['claims[0].text']);
    expect(issues({claims: others})).to.include('status.claims[0]');
    expect(issues({claims: [first, first, ...others]})).to.include('claims[1].id');
  });

  it('counts what is the same like everything else', () => {
    const [first, ...others] = makeSummit().claims;
    const long = {...first!, refs: Array.from({length: 40}, (_, i) => ({...first!.refs[0]!, at: `p${String(i)}`}))};
    const {summit} = parseSummit(makeSummit({claims: [long, ...others]}));
    // A page may hand back the very objects that it got.
    for (const claim of [long, summit!.claims[0]!]) {
      const often = makeSummit({claims: [...Array.from({length: 5000}, () => claim), ...others]});
      for (const known of [undefined, summit]) {
        expect(parseSummit(often, known).issues?.map(({message}) => message)).to.match(/more than 300000 values/);
      }
    }
  });

  it('takes nothing that is another when it is read again', () => {
    const [first, ...others] = makeSummit().claims;
    const texts = [first!.text];
    const sly = Object.defineProperty({...first!}, 'text', {enumerable: true, get: () => texts.shift() ?? 'a\u202eb'});
    expect(parseSummit(makeSummit({claims: [sly, ...others]}), before).summit?.claims[0]).to.equal(before.claims[0]);
  });

  it('is not deceived by a page that changes what it was shown', () => {
    expect(() => {
      (before.claims[0] as {text: unknown}).text = 5;
    }).to.throw(TypeError);
    expect(() => {
      (before.claims as unknown[]).push(5);
    }).to.throw(TypeError);
  });
});

describe('parseInSteps', () => {
  it('pauses between the parts, and ends as parseSummit does', () => {
    for (const data of [makeSummit(), {...makeSummit(), claims: []}]) {
      const steps = parseInSteps(data);
      let pauses = 0;
      let step = steps.next();
      for (; !step.done; step = steps.next()) pauses += 1;
      expect(pauses).to.be.above(2);
      expect(step.value).to.deep.equal(parseSummit(data));
    }
  });

  it('pauses more often the longer a list is', () => {
    const [first] = makeSummit().claims;
    const pausesOf = (count: number): number => {
      const more = Array.from({length: count}, (_, i) => ({...first!, id: `claim-${String(i)}`}));
      const steps = parseInSteps(makeSummit({claims: [...makeSummit().claims, ...more]}));
      let pauses = 0;
      let step = steps.next();
      for (; !step.done; step = steps.next()) pauses += 1;
      expect(step.value.issues).to.equal(undefined);
      return pauses;
    };
    const [short, long, longer] = [pausesOf(0), pausesOf(3000), pausesOf(6000)];
    // At least one for 300 claims, in each of the four parts of the work that read them.
    expect(long - short).to.be.at.least(40);
    expect(longer - long).to.be.at.least(40);
  });

  it('reports an entry of a long list once', () => {
    const [first] = makeSummit().claims;
    const claims = Array.from({length: 2000}, (_, i) => ({...first!, id: i === 0 ? first!.id : `claim-${String(i)}`}));
    const data = makeSummit({claims: [...claims, ...makeSummit().claims.slice(1)]});
    const {summit} = parseSummit(data);
    expect(summit).to.deep.equal(data);
    expect(summit!.claims.every((claim) => Object.isFrozen(claim))).to.equal(true);
    const wrong: unknown[] = [...data.claims];
    wrong[1500] = {...claims[1500], text: 5};
    wrong[1600] = 'no object';
    const paths = parseSummit({...data, claims: wrong}).issues?.map(({path}) => path);
    expect(paths).to.deep.equal(['claims[1500].text', 'claims[1600]']);
  });
});
