/** Puts the service worker into the build, with the names of everything that the build consists of. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** For the host, not for the page. */
const notKept = new Set(['_headers', '.nojekyll', 'sw.js']);

export function offline(): Plugin {
  let root = '';
  let publicFolder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
      publicFolder = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.values(bundle).map((file) => ({
          name: file.fileName,
          content: file.type === 'chunk' ? file.code : file.source,
        }));
        const copied = filesIn(publicFolder).map((path) => ({
          name: relative(publicFolder, path).split(sep).join('/'),
          content: readFileSync(path),
        }));
        const files = [...built, ...copied]
          .filter(({ name }) => !notKept.has(name))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1));
        const hash = createHash('sha256');
        for (const { name, content } of files) hash.update(name).update('\0').update(content);
        const build = {
          version: hash.digest('hex').slice(0, 12),
          files: files.map(({ name }) => (name === 'index.html' ? './' : name)),
        };
        const source = readFileSync(join(root, 'scripts/offline/service-worker.js'), 'utf8');
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: source
            .replace('VERSION', build.version)
            .replace("['FILES']", () => JSON.stringify(build.files)),
        });
      },
    },
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
