import {fileURLToPath} from 'node:url';
import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  stories: ['../*.mdx', '../pages/*.mdx', '../*.stories.ts'],
  // Data files for the stories that load theirs by address.
  staticDirs: [{from: '../../templates', to: '/templates'}],
  // Nobody who works on this library is counted, and nothing is fetched from elsewhere.
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  // Grounds come with the page's scheme; a ground alone would leave the text colour as it was.
  features: {backgrounds: false},
  viteFinal: (vite) => ({
    ...vite,
    // To minify takes half of the time, for a site of few readers.
    build: {...vite.build, minify: false, reportCompressedSize: false},
    esbuild: {...vite.esbuild, jsx: 'automatic'},
    // The stories show the sources and documents of the project around them.
    server: {...vite.server, fs: {allow: [fileURLToPath(new URL('../..', import.meta.url))]}},
    plugins: [
      ...(vite.plugins ?? []),
      {
        // `sideEffects` in package.json names the published files. The stories take the sources, and without this the
        // build would drop the modules that do nothing but register a tag.
        name: 'keep-definitions',
        transform: (code: string, id: string) =>
          /\/src\/(?:.+\/)?(?:define(?:-elements)?|register-bundled)\.ts$/.test(id)
            ? {code, map: null, moduleSideEffects: true}
            : undefined,
      },
    ],
  }),
};

export default config;
