import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { offline } from './scripts/offline/plugin.ts';

export default defineConfig(({ command }) => ({
  // Every address in the build is relative: the folder works from any sub-path of any host.
  base: './',
  plugins: [react(), developmentWithoutPolicy(), layerOrder(), offline()],
  // The page About names what is in the build.
  define: { __LIBRARIES__: JSON.stringify(manifest.dependencies) },
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
    // What the first screen needs comes in one piece: it compresses better than its parts.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstScreen() }] } } },
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

/** Names the chunk of every module that the entry imports without a detour. */
function firstScreen(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  const known = new Map<string, boolean>();
  const isFirst = (id: string, context: Rolldown.ChunkingContext): boolean => {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // A cycle that leads nowhere else is none of the first screen.
    known.set(id, false);
    const module = context.getModuleInfo(id);
    const first =
      module !== null && (module.isEntry || module.importers.some((importer) => isFirst(importer, context)));
    known.set(id, first);
    return first;
  };
  return (id, context) => (isFirst(id, context) && /\.[jt]sx?$/.test(id) ? 'first' : null);
}
