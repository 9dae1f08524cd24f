import {testExample} from './example.mjs';

testExample('eleventy', {framework: '@11ty/eleventy', prerendered: true});
