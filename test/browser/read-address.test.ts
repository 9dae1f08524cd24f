import {expect} from 'chai';
import {readAddress} from '../../src/frame/read-address.js';

describe('the address of a frame page', () => {
  it('names an element, its attributes and its look', () => {
    expect(
      readAddress(
        '?element=fact-box&lang=de&heading=+A+%3Cb%3E&accent=rgb(0,+89,+79)&size=20px&childId=c&id=d&initialWidth=300',
      ),
    ).to.deep.equal({
      element: 'fact-box',
      attributes: {lang: 'de', heading: 'A <b>'},
      theme: {accent: 'rgb(0, 89, 79)', size: '20px'},
      childId: 'c',
      id: 'd',
      ignored: [],
    });
  });

  it('gives an element what it has, and says what that is not', () => {
    const {attributes, ignored} = readAddress(
      '?element=region-list&no-map=&facts=who&onclick=alert(1)&style=color:red&class=y',
    );
    expect(attributes).to.deep.equal({'no-map': ''});
    expect(ignored).to.deep.equal(['facts', 'onclick', 'style', 'class']);
  });

  it('counts the first of two', () => {
    expect(readAddress('?element=fact-box&lang=de&lang=fr').attributes).to.deep.equal({lang: 'de'});
  });

  for (const [name, value] of [
    ['accent', 'red;color:blue'],
    ['accent', 'reddish'],
    ['accent', 'var(--x)'],
    ['accent', 'url(/x)'],
    ['size', '5vh'],
    ['size', 'big'],
    ['size', 'expression(1)'],
    ['paper', 'red}'],
  ] as const) {
    it(`sets no look that is none: ${name}=${value}`, () => {
      const {theme, ignored} = readAddress(`?${new URLSearchParams({element: 'fact-box', [name]: value}).toString()}`);
      expect(theme).to.deep.equal({});
      expect(ignored).to.deep.equal([name]);
    });
  }

  for (const query of [
    '',
    '?element=',
    '?element=summit-fact-box',
    '?element=constructor&lang=de',
    '?element=%3Cimg%20src%3Dx%3E',
  ]) {
    it(`may name no element: ${query || 'empty'}`, () => {
      expect(readAddress(query).element).to.equal(undefined);
    });
  }
});
