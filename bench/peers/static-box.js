// Not an element at all: a subtree that is cloned, with nothing behind it. What it leaves behind is the browser's own.
import {boxes} from 'bench:content';
import {attachStyled} from './build.js';

const {sheets, markup} = boxes.find(({tag}) => tag === 'summit-fact-box');
const template = document.createElement('template');
template.innerHTML = markup;

window.makeStatic = () => {
  const host = document.createElement('div');
  attachStyled(host, sheets).append(document.importNode(template.content, true));
  return host;
};
