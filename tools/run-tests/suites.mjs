/**
 * The table of test suites: `npm test` and `npm run test:all` run them by name, and nothing else lists them.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {'test' | 'all'} group Which command runs it.
 * @property {string} about One line for `--list`.
 * @property {boolean} [needsBuild] Whether it reads dist/, which the runner then builds once.
 * @property {Program[]} [programs] What it needs on the machine; where that can't be installed, the tests say what they skip.
 * @property {string[]} [packages] Folders with a package.json of their own, which are installed first.
 * @property {Part[]} parts
 *
 * @typedef {'chromium' | 'firefox' | 'webkit' | 'nginx' | 'pdftotext' | 'wordpress' | 'classic theme'} Program
 *
 * @typedef {object} Part One process. What it counts goes into a results file, and is added up for the suite.
 * @property {string} [name] For messages, where a suite has several.
 * @property {string[]} [folders] Folders of tests for `node:test`, with their subfolders; their files share one process, one browser and one server.
 * @property {boolean} [filtersNames] Whether a word after the suite's name selects tests, not files: they read it from SUMMIT_TEST_WORD.
 * @property {string[]} [node] Arguments for Node, where it is another program.
 * @property {boolean} [check] Whether the program counts nothing by itself: it is one check, which passes or fails.
 * @property {boolean} [prepares] Whether the parts after it need what this check makes: it runs whatever is selected.
 * @property {Record<string, string>} [env]
 */

/**
 * In each group the longest suites come first, so that short ones fill the lanes at the end.
 *
 * @type {Suite[]}
 */
export const suites = [
  {
    name: 'lint',
    group: 'test',
    about: 'ESLint and Prettier over everything',
    parts: [
      {
        name: 'eslint',
        node: [
          'node_modules/eslint/bin/eslint.js',
          '--cache',
          '--cache-strategy',
          'content',
          '--cache-location',
          'node_modules/.cache/eslint/',
          '.',
        ],
        check: true,
      },
      {
        name: 'format',
        node: [
          'node_modules/prettier/bin/prettier.cjs',
          ...['--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content'],
          ...['--cache-location', 'node_modules/.cache/prettier/cache', '.'],
        ],
        check: true,
      },
    ],
  },
  {
    name: 'browser',
    group: 'test',
    about: 'elements in Chromium, from source',
    programs: ['chromium'],
    parts: [
      {node: ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/browser/web-test-runner.config.mjs']},
    ],
  },
  {
    name: 'unit',
    group: 'test',
    about: 'data, model, format, loading, prerendering and the command line in Node, from source',
    parts: [{folders: ['src/data', 'src/model', 'src/format', 'test/unit']}],
  },
  {
    name: 'types',
    group: 'test',
    about: 'TypeScript 7: everything but the stories, and once more what runs in a browser without the types of Node',
    parts: ['test/tsconfig.json', 'tools/checks/tsconfig.browser.json'].map((project) => ({
      name: project,
      node: ['node_modules/typescript-native/bin/tsc', '--noEmit', '-p', project],
      check: true,
    })),
  },
  {
    name: 'delivery',
    group: 'all',
    about: 'embed files, prerendered boxes, frame page and builder in Chromium',
    needsBuild: true,
    programs: ['chromium', 'nginx'],
    packages: ['test/sanitizers'],
    parts: [{folders: ['test/delivery', 'test/sanitizers']}],
  },
  {
    name: 'world',
    group: 'all',
    about: 'snippets in real editors, Markdown engines, routers and libraries, in Chromium',
    needsBuild: true,
    programs: ['chromium'],
    packages: ['test/world'],
    // React's development build warns about attributes with their HTML names.
    parts: [{folders: ['test/world'], env: {NODE_ENV: 'production'}}],
  },
  {
    name: 'examples',
    group: 'all',
    about: 'the projects of examples/ with the packed package',
    needsBuild: true,
    programs: ['chromium'],
    parts: [{folders: ['test/examples']}],
  },
  {
    name: 'engines',
    group: 'all',
    about: 'elements, and pages that depend on an engine, in Firefox and WebKit',
    needsBuild: true,
    programs: ['firefox', 'webkit', 'pdftotext'],
    parts: [
      {
        name: 'elements',
        node: ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/browser/web-test-runner.config.mjs'],
        env: {SUMMIT_ENGINES: 'firefox,webkit'},
      },
      {name: 'pages', folders: ['test/hosts/every-engine'], env: {SUMMIT_ENGINES: 'firefox,webkit'}},
    ],
  },
  {
    name: 'hosts',
    group: 'all',
    about: 'hostile pages and data, privacy and a simulated day, in Chromium',
    needsBuild: true,
    programs: ['chromium', 'pdftotext'],
    packages: ['test/hosts'],
    parts: [{folders: ['test/hosts'], env: {SUMMIT_ENGINES: 'chromium'}}],
  },
  {
    name: 'stories',
    group: 'all',
    about: 'every story: types; every story and page of the built Storybook: axe, console, requests, overflow, links',
    needsBuild: true,
    programs: ['chromium'],
    packages: ['stories', 'test/docs'],
    parts: [
      {name: 'types', node: ['node_modules/typescript-native/bin/tsc', '-p', 'stories'], check: true},
      {
        name: 'build',
        node: [
          'stories/node_modules/storybook/dist/bin/dispatcher.js',
          'build',
          '--config-dir',
          'stories/.storybook',
          '--output-dir',
          'build/storybook',
          '--disable-telemetry',
          '--quiet',
        ],
        check: true,
        prepares: true,
      },
      {name: 'stories', folders: ['test/stories'], filtersNames: true},
    ],
  },
  {
    name: 'package',
    group: 'all',
    about: 'what is published: files, names, types, sizes, data',
    needsBuild: true,
    programs: ['chromium'],
    packages: ['test/package/types', 'tools/checks'],
    parts: [
      {folders: ['test/package']},
      {
        name: 'manifest',
        node: [
          'node_modules/@web/test-runner/dist/bin.js',
          '--config',
          'test/browser/web-test-runner.config.mjs',
          '--files',
          'test/package/manifest-in-browser.ts',
        ],
      },
      ...['size', 'check-data', 'check-package', 'api-report'].map((tool) => ({
        name: tool,
        node: [`tools/checks/${tool}.mjs`],
        check: true,
      })),
      {
        name: 'unused',
        node: ['tools/checks/node_modules/knip/bin/knip.js', '--config', 'tools/checks/knip.jsonc'],
        check: true,
      },
    ],
  },
  {
    name: 'wordpress',
    group: 'all',
    about: 'the plugin and the snippets in a real WordPress, saved by people with different rights, in Chromium',
    needsBuild: true,
    programs: ['chromium', 'wordpress', 'classic theme'],
    parts: [{folders: ['test/wordpress']}],
  },
  {
    name: 'docs',
    group: 'all',
    about: 'every code block, link, table and recipe of the documentation',
    needsBuild: true,
    programs: ['chromium'],
    packages: ['test/docs'],
    parts: [
      {name: 'types', node: ['node_modules/typescript-native/bin/tsc', '-p', 'test/docs'], check: true},
      {folders: ['test/docs']},
    ],
  },
  {
    name: 'visual',
    group: 'all',
    about: 'pictures of every box against those in test/visual/reference',
    needsBuild: true,
    programs: ['chromium'],
    packages: ['test/visual'],
    parts: [{folders: ['test/visual'], filtersNames: true}],
  },
  {
    name: 'frameworks',
    group: 'all',
    about: 'React, Vue, Svelte and Solid: prerendered boxes that a browser hydrates, and navigation',
    needsBuild: true,
    programs: ['chromium'],
    packages: ['test/frameworks'],
    parts: [{folders: ['test/frameworks']}],
  },
];
