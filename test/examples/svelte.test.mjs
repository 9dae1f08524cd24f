import {testExample} from './example.mjs';

testExample('svelte', {framework: 'svelte'});
