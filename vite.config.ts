import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { offline } from './scripts/offline/plugin.ts';

export default defineConfig(({ command }) => ({
  // Every address in the build is relative: the folder works from any sub-path of any host.
  base: './',
  plugins: [react(), developmentWithoutPolicy(), layerOrder(), offline()],
  css: {
    modules: {
      generateScopedName: command === 'serve' ? '[name]__[local]' : '[hash:base64:6]',
    },
  },
  worker: { format: 'es' },
  build: {
    target: 'baseline-widely-available',
    // The CSP allows no data: scripts, styles or fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
  },
}));

/** The development server injects inline styles and scripts, which the policy of the build forbids. */
function developmentWithoutPolicy(): Plugin {
  return {
    name: 'development-without-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}

/**
 * Every stylesheet begins with the order of the cascade layers: chunks may load in any order, and the first
 * mention of a layer fixes its place.
 */
function layerOrder(): Plugin {
  return {
    name: 'layer-order',
    enforce: 'pre',
    transform: (code, id) =>
      /\/src\/.*\.css$/.test(id)
        ? { code: `@layer tokens, reset, base, primitives, components, utilities;\n${code}`, map: null }
        : undefined,
  };
}
