import {testExample} from './example.mjs';

testExample('plain-html', {framework: 'summit-embeds'});
