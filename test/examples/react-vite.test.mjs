import {testExample} from './example.mjs';

// Of the six examples that have a development server, this one is tried: none ever showed what a build did not.
testExample('react-vite', {framework: 'react', dev: true});
