import {expect} from 'chai';
import {makeSummit} from '../../test/make-summit.js';
import {checkLedger} from './check-references.js';
import {parseSummit} from './parse-summit.js';
import type {Summit} from './summit.js';

/** The only issue of some data. */
function onlyIssue(data: unknown): {path: string; message: string} {
  const {issues = []} = parseSummit(data);
  expect(issues.map(({path}) => path)).to.have.lengthOf(1);
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

  it('names a missing part', () => {
    const {status, ...rest} = makeSummit();
    expect(status.value).to.equal('scheduled');
    expect(onlyIssue(rest).path).to.equal('status');
  });

  it('names an id that nothing has, where it stands', () => {
    const {positions} = makeSummit();
    const broken = makeSummit({positions: [...positions, {...positions[0]!, id: 'new', claims: ['north-quota', 'nobody-said']}]});
    expect(onlyIssue(broken)).to.deep.equal({
      path: `positions[${String(positions.length)}].claims[1]`,
      message: 'no claim has the id "nobody-said"',
    });
  });

  it('names an id that is taken', () => {
    const {topics} = makeSummit();
    const issue = onlyIssue(makeSummit({topics: [...topics, {id: 'water', label: 'Water again'}]}));
    expect(issue.path).to.equal(`topics[${String(topics.length)}].id`);
    expect(issue.message).to.match(/"water" is taken/);
  });

  it('takes http and https addresses and no others', () => {
    const withUrl = (url: string): Summit =>
      makeSummit({sources: makeSummit().sources.map((source) => ({...source, url}))});
    expect(parseSummit(withUrl('https://example.org/a')).issues).to.equal(undefined);
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '//example.org', ' https://example.org', 'java\nscript:x']) {
      expect(parseSummit(withUrl(url)).issues, url).not.to.equal(undefined);
    }
  });

  it('takes paths of straight lines and nothing that could be markup', () => {
    const {map} = makeSummit();
    const issue = onlyIssue(makeSummit({map: {...map!, land: [{name: 'Land', d: 'M0 0"><script>'}]}}));
    expect(issue.path).to.equal('map.land[0].d');
  });

  it('takes days, months and years, and no day that could not be', () => {
    for (const start of ['2031', '2031-05', '2031-05-12']) {
      expect(parseSummit(makeSummit({when: {start}})).issues, start).to.equal(undefined);
    }
    for (const start of ['2031-13', '12 May 2031', '2031-05-40', '']) {
      expect(onlyIssue(makeSummit({when: {start}})).path, start).to.equal('when.start');
    }
  });

  it('leaves out keys it does not know', () => {
    const {summit} = parseSummit({...makeSummit(), comment: 'for a later version'});
    expect(summit).to.deep.equal(makeSummit());
  });

  it('never throws, whatever comes', () => {
    const circle: Record<string, unknown> = {};
    circle['claims'] = [circle];
    for (const input of [undefined, null, 0, 'text', [], {}, circle, () => 1, {claims: {length: 1e9}}, JSON.parse('{"__proto__":{"x":1}}')]) {
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
});

describe('checkLedger', () => {
  it('has nothing to say of a complete ledger', () => {
    expect(checkLedger(makeSummit())).to.deep.equal([]);
  });

  it('names a claim that no view shows', () => {
    const {claims} = makeSummit();
    const [issue] = checkLedger(makeSummit({claims: [...claims, {...claims[0]!, id: 'unheard'}]}));
    expect(issue).to.deep.equal({path: `claims[${String(claims.length)}]`, message: 'no view shows the claim "unheard"'});
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
});
