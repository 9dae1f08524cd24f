import {testExample} from './example.mjs';

testExample('astro', {framework: 'astro', prerendered: true});
