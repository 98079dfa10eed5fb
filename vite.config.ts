import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  // Every address in the build is relative: the folder works from any sub-path of any host.
  base: './',
  plugins: [react()],
  css: {
    modules: {
      generateScopedName: command === 'serve' ? '[name]__[local]' : '[hash:base64:6]',
    },
  },
  build: {
    target: 'baseline-widely-available',
    // The CSP allows no data: scripts, styles or fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
  },
}));
