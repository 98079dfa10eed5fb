/** `npm run serve -- [--port 4173] [--mount /any/path/] [--folder dist]`: serves the build as a strict host would. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/install.mjs';
import { startServer } from './lib/static-server.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    mount: { type: 'string', default: '/' },
    folder: { type: 'string', default: 'dist' },
  },
});

const { url } = await startServer({
  folder: resolve(root, values.folder),
  mount: `/${values.mount}/`.replace(/\/+/g, '/'),
  port: Number(values.port),
});
console.log(`Handshake Lab is at ${url}`);
