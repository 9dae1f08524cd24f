import {define} from '../../element/define.js';
import {SummitRegionList} from './summit-region-list.js';

define('summit-region-list', SummitRegionList);

declare global {
  interface HTMLElementTagNameMap {
    'summit-region-list': SummitRegionList;
  }
}
