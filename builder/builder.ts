import {Desk} from './desk.js';
import '../src/define.js';

const root = document.querySelector<HTMLElement>('#builder');
if (root) new Desk(root).start();
