import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [
    vue({
      template: {
        compilerOptions: {
          // These tags are the browser's, no components of Vue.
          isCustomElement: (tag) => tag.startsWith('summit-'),
        },
      },
    }),
  ],
});
