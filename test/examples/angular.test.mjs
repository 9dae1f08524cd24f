import {testExample} from './example.mjs';

testExample('angular', {framework: '@angular/core'});
