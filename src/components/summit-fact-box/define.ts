import {define} from '../../element/define.js';
import {SummitFactBox} from './summit-fact-box.js';

define('summit-fact-box', SummitFactBox);

declare global {
  interface HTMLElementTagNameMap {
    'summit-fact-box': SummitFactBox;
  }
}
