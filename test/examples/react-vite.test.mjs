import {testExample} from './example.mjs';

testExample('react-vite', {framework: 'react'});
