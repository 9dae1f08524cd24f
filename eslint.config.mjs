import js from '@eslint/js';
import {defineConfig} from 'eslint/config';
import {createNodeResolver, importX} from 'eslint-plugin-import-x';
import {configs as lit} from 'eslint-plugin-lit';
import {configs as wc} from 'eslint-plugin-wc';
import globals from 'globals';
import {readdirSync} from 'node:fs';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;

const typeScript = ['src/**/*.ts', 'builder/**/*.ts', 'stories/**/*.{ts,tsx}', 'test/**/*.{ts,mts}'];
/** Tests and their shared code, which may import every layer. */
const tests = ['src/**/*.test.ts', 'test/**/*.{ts,mts}'];
/** Shipped code. Rules that need types take half of the lint time, so they run only here. */
const shipped = ['src/**/*.ts', 'builder/**/*.ts'];

const browserGlobals = [
  'document',
  'window',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'matchMedia',
  'customElements',
  'HTMLElement',
  'XMLHttpRequest',
];

/**
 * The layers, from the bottom up: the layers and packages that each may import, and the globals that each may not
 * use. Everything else is forbidden.
 */
const layers = [
  {name: 'data', layers: [], packages: [], without: [...browserGlobals, 'fetch', 'Intl']},
  {name: 'model', layers: ['data'], packages: [], without: [...browserGlobals, 'fetch']},
  {name: 'format', layers: [], packages: [], without: [...browserGlobals, 'fetch']},
  {name: 'loading', layers: ['data'], packages: [], without: browserGlobals},
  {name: 'element', layers: ['data', 'model', 'loading', 'format'], packages: ['lit', '@lit'], without: ['fetch']},
  // From `data` only types; see the rule below.
  {name: 'components', layers: ['element', 'model', 'format', 'data'], packages: ['lit', '@lit'], without: ['fetch']},
  // Types for front ends. Contains only types, no code.
  {
    name: 'types',
    layers: ['components', 'element'],
    packages: ['lit', 'react', 'preact', 'solid-js', 'vue', 'svelte'],
    without: [...browserGlobals, 'fetch'],
  },
  {
    name: 'react',
    layers: ['types', 'element'],
    packages: ['lit', 'react', '@lit/react'],
    without: ['document', 'fetch'],
  },
  {
    name: 'snippet',
    layers: ['components', 'element', 'model', 'format', 'data'],
    packages: ['lit', '@lit'],
    without: [...browserGlobals, 'fetch'],
  },
  {
    name: 'prerender',
    layers: ['snippet', 'components', 'element', 'model', 'format', 'loading', 'data'],
    packages: ['lit', '@lit', 'parse5', 'node:'],
    without: [...browserGlobals, 'fetch'],
  },
  // A classic script of less than 1 kB, without other modules.
  {
    name: 'embed',
    layers: ['components', 'element'],
    packages: [],
    without: ['fetch', 'XMLHttpRequest', 'localStorage', 'sessionStorage'],
  },
  // A separate page with its own or an opaque origin, so it may not use storage.
  {
    name: 'frame',
    layers: ['snippet', 'components', 'element', 'loading', 'data', 'define.ts'],
    packages: [],
    without: ['fetch', 'XMLHttpRequest', 'localStorage', 'sessionStorage'],
  },
  // What the command line and the builder share: writes and checks data, in Node and in browsers.
  {
    name: 'authoring',
    layers: ['data', 'model', 'format', 'loading'],
    packages: [
      'yaml',
      'd3-geo',
      'polylabel',
      'topojson-client',
      'topojson-server',
      'topojson-simplify',
      'topojson-specification',
      'geojson',
    ],
    without: [...browserGlobals, 'fetch', 'process', 'console', 'Buffer'],
    // These libraries are large, so they are loaded when they are needed.
    importsLazily: true,
  },
  // Only bin.ts and node-io.ts use the process; see the rule below. Commands get their environment as an argument.
  {
    name: 'cli',
    layers: ['authoring', 'prerender', 'snippet', 'components', 'loading', 'format', 'data'],
    packages: undefined,
    importsLazily: true,
    without: [...browserGlobals, 'fetch', 'process', 'console', 'Buffer'],
  },
];

/** Each element must work without the others, so no component imports another. */
const componentFolders = readdirSync(`${root}/src/components`, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const zones = [
  ...['cli', 'prerender'].map((layer) => ({
    target: './builder',
    from: `./src/${layer}`,
    message: `The builder runs in a browser, ${layer} in Node.`,
  })),
  ...layers.map((layer) => ({
    target: `./src/${layer.name}`,
    from: './src',
    except: [layer.name, ...layer.layers].map((name) => `./${name}`),
    message: `${layer.name} may import ${layer.layers.length > 0 ? layer.layers.join(', ') : 'no other layer'}.`,
  })),
  ...componentFolders.map((folder) => ({
    target: `./src/components/${folder}`,
    from: './src/components',
    except: [`./${folder}`],
    message: 'A component may not import another one.',
  })),
];

const jsEnding = {
  regex: String.raw`^\.{1,2}/(?!.*\.(?:m?js|json|css)$)`,
  message: 'Keep the .js ending of relative imports.',
};

/** Matches every package except the allowed ones. A name ending in ":" allows a scheme such as node:. */
function packagesExcept(names, message) {
  const allowed = names.map((name) => (name.endsWith(':') ? name : `${name}(?:/|$)`));
  return {regex: `^(?![./]${allowed.map((name) => `|${name}`).join('')})`, message};
}

const unsafeDirectives = {
  regex: String.raw`(?:^|/)(?:unsafe-html|unsafe-svg|static-html|static|style-map)\.js$`,
  message: 'Data is text, never markup or style.',
};

const NO_MARKUP = 'Data is text and never markup. Render with a Lit template or textContent.';
const NO_STYLE = 'Policies forbid inline styles. Use a class, or set a custom property with style.setProperty.';
const NO_HANDLER = 'Policies forbid event attributes. Use @event in a template, or addEventListener.';

/** Members that parse a string as markup. */
const MARKUP =
  '/^(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTML|setHTMLUnsafe|parseHTML|parseHTMLUnsafe|createContextualFragment)$/';

/**
 * Ways to turn a string into markup, style or code. All data is text, so none of them is needed. This rule can't find
 * names that are built at run time; Trusted Types and the tests in test/hosts cover those.
 */
const unsafeSyntax = [
  {selector: 'Identifier[name=/^(unsafeHTML|unsafeSVG|unsafeStatic)$/]', message: NO_MARKUP},
  {selector: `MemberExpression[property.name=${MARKUP}]`, message: NO_MARKUP},
  {selector: `MemberExpression[property.value=${MARKUP}]`, message: NO_MARKUP},
  // Destructured from an object, or set in one that is assigned.
  {selector: `Property[key.name=${MARKUP}]`, message: NO_MARKUP},
  {selector: `Property[key.value=${MARKUP}]`, message: NO_MARKUP},
  {
    selector: String.raw`TemplateElement[value.raw=/[.?@\s](innerHTML|outerHTML|srcdoc)=/]`,
    message: 'Data is text and never markup. Bind it as a child.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
    message: 'document.write would break the page that embeds us.',
  },
  {selector: 'NewExpression[callee.name="DOMParser"]', message: NO_MARKUP},
  {
    selector: 'CallExpression[callee.property.name="execCommand"][arguments.0.value=/^insertHTML$/i]',
    message: NO_MARKUP,
  },
  {
    selector: 'CallExpression[callee.property.name="createPolicy"]',
    message: 'A Trusted Types policy of the package would allow unchecked strings.',
  },

  // Style sheets are constant; data reaches them only through custom properties.
  {selector: 'Identifier[name="styleMap"]', message: NO_STYLE},
  {
    selector: 'CallExpression[callee.name="unsafeCSS"]:not([arguments.0.type="Literal"])',
    message: 'Write style sheets as constants, never from data.',
  },
  {selector: 'AssignmentExpression[left.object.property.name="style"]', message: NO_STYLE},
  {selector: 'AssignmentExpression[left.property.name=/^(style|cssText)$/]', message: NO_STYLE},
  {selector: 'MemberExpression[property.name="attributeStyleMap"]', message: NO_STYLE},
  {
    selector:
      'CallExpression[callee.property.name="setProperty"][callee.object.property.name="style"]' +
      ':not([arguments.0.value=/^--/]):not([arguments.0.quasis.0.value.raw=/^--/])',
    message: NO_STYLE,
  },
  {selector: String.raw`TemplateElement[value.raw=/[\s"']style=/]`, message: NO_STYLE},
  {selector: String.raw`Literal[value=/<[^>]*\sstyle=/]`, message: NO_STYLE},
  {
    selector: 'CallExpression[callee.property.name=/^(set|toggle|create)Attribute$/][arguments.0.value=/^style$/i]',
    message: NO_STYLE,
  },
  {selector: 'CallExpression[callee.property.name="setAttributeNS"][arguments.1.value=/^style$/i]', message: NO_STYLE},

  {selector: String.raw`TemplateElement[value.raw=/[\s"']on[a-z]{3,}=/i]`, message: NO_HANDLER},
  {selector: String.raw`Literal[value=/<[^>]*\son[a-z]{3,}=/i]`, message: NO_HANDLER},
  {
    selector: String.raw`CallExpression[callee.property.name=/^(set|toggle|create)Attribute$/][arguments.0.value=/^(on[a-z]+|srcdoc)$/i]`,
    message: NO_HANDLER,
  },
  {
    selector: String.raw`CallExpression[callee.property.name="setAttributeNS"][arguments.1.value=/^(on[a-z]+|srcdoc)$/i]`,
    message: NO_HANDLER,
  },

  // `no-eval` covers the global `eval`.
  {selector: 'MemberExpression[property.name="eval"]', message: 'Never evaluate text as code.'},
  // `no-script-url` covers strings that start with the scheme.
  {
    selector: String.raw`TemplateElement[value.raw=/=["']?\s*(java|vb)script:/i]`,
    message: 'Links may only use http or https.',
  },
  {selector: String.raw`Literal[value=/=["']?\s*(java|vb)script:/i]`, message: 'Links may only use http or https.'},
];

/** Ways to use the machine's locale: texts would differ between server and reader. */
const machineLocale = [
  {
    // `resolvedOptions()` reads the machine's settings on purpose, so it is allowed.
    selector:
      'NewExpression[callee.object.name="Intl"][arguments.length=0]:not([parent.property.name="resolvedOptions"])',
    message: 'Pass a locale: the machine’s locale differs between server and reader.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
    message: 'Pass a locale: the machine’s locale differs between server and reader.',
  },
];

/** `no-restricted-imports` doesn't check dynamic imports, so the packages are listed here again. */
const dynamicPackage = {
  selector: 'ImportExpression[source.value=/^[^.]/]',
  message: 'Import packages statically, if the layer may use them.',
};

function restrictImports(...patterns) {
  return {'@typescript-eslint/no-restricted-imports': ['error', {patterns: [jsEnding, unsafeDirectives, ...patterns]}]};
}

const notInBuilder = ['XMLHttpRequest', 'alert', 'confirm', 'prompt'].map((name) => ({
  name,
  message: 'The builder sends nothing and shows no dialogs of the browser.',
}));
const storage = ['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
  name,
  message: 'Only builder/file may store anything.',
}));

function layerRules(layer) {
  const packages = layer.packages
    ? packagesExcept(
        layer.packages,
        layer.packages.length > 0
          ? `${layer.name} may import only these packages: ${layer.packages.join(', ')}.`
          : `${layer.name} may not import packages.`,
      )
    : {regex: '^(?:lit|@lit|@lit-labs|valibot)(?:/|$)', message: `${layer.name} may not import Lit or valibot.`};
  const patterns = [packages];
  if (layer.name === 'components') {
    patterns.push({
      regex: String.raw`^(?:\.\./)+data/(?!register-bundled)`,
      allowTypeImports: true,
      message: 'Import only types from data: the element gets its summit from the base class.',
    });
  }
  return {
    files: [`src/${layer.name}/**/*.ts`],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        {
          globals: layer.without.map((name) => ({name, message: `${layer.name} may not use ${name}.`})),
          checkGlobalObject: true,
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...unsafeSyntax,
        ...machineLocale,
        ...(layer.importsLazily ? [] : [dynamicPackage]),
      ],
      ...restrictImports(...patterns),
    },
  };
}

export default defineConfig(
  {
    ignores: [
      'dist/',
      'build/',
      'coverage/',
      '**/node_modules/',
      '**/storybook-static/',
      'examples/*/dist/',
      'examples/*/.*/',
    ],
  },
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},

  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },

  // Tools and configuration run in Node; callbacks of page.evaluate run in a browser.
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {globals: {...globals.node, ...globals.browser}},
    // These files aren't compiled, so without this rule a missing export is found only at run time.
    plugins: {'import-x': importX},
    settings: {
      'import-x/extensions': ['.mjs', '.js', '.cjs'],
      'import-x/ignore': ['/node_modules/'],
      'import-x/resolver-next': [createNodeResolver()],
    },
    rules: {'import-x/named': 'error'},
  },
  {
    files: ['demo/**/*.js'],
    languageOptions: {globals: globals.browser},
    rules: {'no-restricted-syntax': ['error', ...unsafeSyntax]},
  },
  // Plugins of editors check what an editor pastes, so they parse it: in a document of its own, which runs no script.
  {
    files: ['integrations/**/*.js'],
    languageOptions: {globals: {...globals.browser}},
    rules: {
      'no-restricted-syntax': [
        'error',
        ...unsafeSyntax.filter(({selector}) => selector !== 'NewExpression[callee.name="DOMParser"]'),
      ],
    },
  },

  // TypeScript
  {
    files: typeScript,
    extends: [tseslint.configs.strict, tseslint.configs.stylistic, lit['flat/recommended'], wc['flat/best-practice']],
    plugins: {'import-x': importX},
    settings: {
      'import-x/extensions': ['.ts', '.mts'],
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.mts'],
          extensionAlias: {'.js': ['.ts', '.js'], '.mjs': ['.mts', '.mjs']},
        }),
      ],
      wc: {elementBaseClasses: ['ReactiveElement', 'SummitElement']},
      lit: {elementBaseClasses: ['ReactiveElement', 'SummitElement']},
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',

      // knip finds import cycles.
      'import-x/no-self-import': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-mutable-exports': 'error',
      'import-x/no-restricted-paths': ['error', {basePath: root, zones}],

      'lit/no-classfield-shadowing': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-template-bind': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/lifecycle-super': 'error',

      'wc/file-name-matches-element': 'error',
      'wc/tag-name-matches-class': 'error',
      'wc/guard-define-call': 'error',
      'wc/max-elements-per-file': 'error',
      'wc/no-exports-with-element': 'off',

      'no-restricted-syntax': ['error', ...unsafeSyntax, ...machineLocale],
      ...restrictImports(),
    },
  },

  // Rules that need types, for shipped code, and one for tests. All files are one program.
  {
    files: [...shipped, ...tests],
    languageOptions: {parserOptions: {project: './tools/checks/tsconfig.lint.json', tsconfigRootDir: root}},
  },
  {
    files: shipped,
    ignores: tests,
    extends: [tseslint.configs.strictTypeCheckedOnly, tseslint.configs.stylisticTypeCheckedOnly],
    rules: {
      // `text || fallback` also replaces the empty string, on purpose.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', {ignorePrimitives: {string: true}}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // There are no enums (`erasableSyntaxOnly`), and TypeScript distinguishes classes with private fields.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },

  // Layers
  ...layers.map(layerRules),
  {
    files: ['builder/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...notInBuilder, ...storage],
      'no-restricted-syntax': ['error', ...unsafeSyntax, ...machineLocale, dynamicPackage],
      ...restrictImports(packagesExcept(['lit', 'immer', 'yaml'], 'The builder may import only lit, immer and yaml.')),
    },
  },
  {
    files: ['builder/{file,session}/**/*.ts'],
    rules: {'no-restricted-globals': ['error', ...notInBuilder]},
  },
  {
    files: ['src/data/*-schema.ts', 'src/data/schema-*.ts'],
    rules: restrictImports(packagesExcept(['valibot'], 'The only package that a schema may import is valibot.')),
  },

  {
    files: ['src/cli/**/*.ts'],
    ignores: ['src/cli/bin.ts', 'src/cli/desk-server.ts', 'src/cli/node-io.ts'],
    rules: restrictImports(
      {regex: '^(?:lit|@lit|@lit-labs|valibot)(?:/|$)', message: 'cli may not import Lit or valibot.'},
      {
        regex: '^node:(?!util$)',
        message: 'Only bin.ts and node-io.ts may use the process and the file system; use the command’s io.',
      },
    ),
  },

  // Checked by test/package/types with the front ends' packages, which the rules that need types wouldn't find here.
  {
    files: ['src/types/**/*.ts'],
    ...tseslint.configs.disableTypeChecked,
    rules: {...tseslint.configs.disableTypeChecked.rules, 'no-implied-eval': 'error'},
  },

  // Tests use broken pages, hostile hosts and bad data on purpose, and expressions such as `expect(…).to.be.true`.
  {
    files: tests,
    languageOptions: {globals: {...globals.browser, ...globals.mocha}},
    rules: {
      // Without an `await` a test always passes. The runner waits for the results of these functions.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['after', 'afterEach', 'before', 'beforeEach', 'describe', 'it'],
            },
          ],
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'import-x/no-restricted-paths': 'off',
      'lit/attribute-value-entities': 'off',
      'no-restricted-syntax': 'off',
      'no-script-url': 'off',
      'wc/file-name-matches-element': 'off',
      'wc/guard-define-call': 'off',
      'wc/max-elements-per-file': 'off',
      'wc/tag-name-matches-class': 'off',
      ...restrictImports(),
    },
  },
);
