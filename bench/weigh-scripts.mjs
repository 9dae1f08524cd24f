/** The scripts of embeds that can't run without their services, or show no text of ours: their bytes only. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {brotliBytes} from '../tools/build/describe-files.mjs';

const packages = path.join(import.meta.dirname, 'node_modules');

const SCRIPTS = {
  'a chart embed (Vega)': [
    'vega/build/vega.min.js',
    'vega-lite/build/vega-lite.min.js',
    'vega-embed/build/vega-embed.min.js',
  ],
  TimelineJS: ['@knight-lab/timelinejs/dist/js/timeline.js', '@knight-lab/timelinejs/dist/css/timeline.css'],
};

/** @returns {Record<string, {brotli: number, requests: number}>} Without data, typefaces and pictures. */
export function weighScripts() {
  return Object.fromEntries(
    Object.entries(SCRIPTS).map(([name, files]) => [
      name,
      {
        brotli: files.reduce((sum, file) => sum + brotliBytes(readFileSync(path.join(packages, file))), 0),
        requests: files.length,
      },
    ]),
  );
}
