import {testExample} from './example.mjs';

testExample('vue', {framework: 'vue'});
