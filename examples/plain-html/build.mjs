// No bundler: the site is the files of public/, and beside them those of the package for script tags.
import {cpSync, rmSync} from 'node:fs';

rmSync('dist', {recursive: true, force: true});
cpSync('public', 'dist', {recursive: true});
cpSync('node_modules/summit-embeds/dist/embed', 'dist/assets/summit-embeds', {recursive: true});
