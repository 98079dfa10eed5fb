import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { offline } from './scripts/offline/plugin.ts';

export default defineConfig(({ command }) => ({
  // Every address in the build is relative: the folder works from any sub-path of any host.
  base: './',
  plugins: [react(), developmentWithoutPolicy(), layerOrder(), filesBeforeImports(), offline()],
  resolve: {
    alias: [
      {
        find: /^\.\.\/createLucideIcon\.mjs$/,
        replacement: fileURLToPath(new URL('src/ui/icons/lucide-icon.tsx', import.meta.url)),
      },
    ],
  },
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
    modulePreload: {
      polyfill: false,
      // A chunk without imports is to be waited for, too (ui/late/files.ts).
      resolveDependencies: (file, files, { hostType }) =>
        hostType === 'js' && files.length === 0 ? [file] : files,
    },
    sourcemap: false,
    reportCompressedSize: false,
    // What a first screen needs comes in one piece: it compresses better than its parts.
    rolldownOptions: {
      output: {
        // The first chunk knows the names of all others, and long ones cost.
        chunkFileNames: 'assets/[hash:7].js',
        codeSplitting: {
          groups: [
            { name: firstScreens(), priority: 3 },
            { name: neededByLinks(), priority: 2 },
            { name: behindFirstScreen(), priority: 1 },
            { name: 'icons', test: /\/lucide-react\//, priority: 0 },
          ],
        },
      },
    },
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

/** Every import() of the build goes through ui/late/files.ts, where Vite would put a helper of its own. */
function filesBeforeImports(): Plugin {
  const helper = '\0vite/preload-helper.js';
  const ours = fileURLToPath(new URL('src/ui/late/files.ts', import.meta.url));
  return {
    name: 'files-before-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id === helper ? `export { withFiles as __vitePreload } from ${JSON.stringify(ours)};` : undefined,
  };
}

/**
 * The chunk of every module that the first screen imports without a detour: 'first' is for whoever comes, 'lab'
 * and 'start' for the two pages a visit begins with. What both of these need is in the first one, too.
 */
function firstScreens(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  const first = reachedFrom(({ isEntry }) => isEntry);
  const lab = reachedFrom(({ id }) => id.endsWith('/src/ui/app-shell/stage.tsx'));
  const start = reachedFrom(({ id }) => id.endsWith('/src/ui/start/start-page.tsx'));
  return (id, context) => {
    if (!/\.[jt]sx?$|\.mjs$/.test(id)) return null;
    const onStart = start(id, context);
    if (first(id, context)) return 'first';
    if (lab(id, context)) return onStart ? 'first' : 'lab';
    return onStart ? 'start' : null;
  };
}

/**
 * What the Lab asks for as soon as its first screen stands is one file, too: 'desk'. Each set of modules with the same
 * importers would be one of its own: sixty requests, which cost more than their bytes. Two parts of it stand alone,
 * because some links need them before the first screen: 'address', what reads and writes it, and 'wire', what the
 * desk has of the engine.
 */
function behindFirstScreen(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  const roots = ['app-shell/bar-actions', 'app-shell/overlays', 'inspector/inspector', 'player/player'];
  const desk = reachedFrom(({ id }) => roots.some((root) => id.endsWith(`/src/ui/${root}.tsx`)));
  return (id, context) => (/\.[jt]sx?$|\.mjs$/.test(id) && desk(id, context) ? 'desk' : null);
}

function neededByLinks(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  const desk = behindFirstScreen();
  const address = reachedFrom(({ id }) => /\/src\/(?:state\/link-opening|app\/upkeep)\.ts$/.test(id));
  return (id, context) => {
    if (/\.ts$/.test(id) && address(id, context)) return 'address';
    const isEngine = /\/src\/(?:bytes|crypto|tls|x509|authority|lab)\//.test(id);
    return isEngine && desk(id, context) !== null ? 'wire' : null;
  };
}

/** Whether static imports lead from a root to a module. */
function reachedFrom(
  isRoot: (module: Rolldown.ModuleInfo) => boolean,
): (id: string, context: Rolldown.ChunkingContext) => boolean {
  const known = new Map<string, boolean>();
  return function isReached(id, context): boolean {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // A cycle that leads nowhere else is not reached.
    known.set(id, false);
    const module = context.getModuleInfo(id);
    const reached =
      module !== null &&
      (isRoot(module) || module.importers.some((importer) => isReached(importer, context)));
    known.set(id, reached);
    return reached;
  };
}
