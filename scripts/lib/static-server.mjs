/**
 * A static file server as strict as a good host: headers from the build's own `_headers` file, correct types,
 * brotli and gzip, any sub-path. `npm start`, the browser tests and the screenshots all use it.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pcapng': 'application/octet-stream',
  '.pem': 'application/x-pem-file',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = /^(text\/|application\/(json|manifest\+json|wasm)|image\/svg)/;

/**
 * @typedef {object} Options
 * @property {string} folder the build
 * @property {string} [mount] sub-path to serve under, with slashes at both ends; default '/'
 * @property {number} [port] default 0: any free port
 * @property {string} [host] default '127.0.0.1'
 */

/**
 * Starts the server; rejects when the port is taken.
 * @param {Options} options
 * @returns {Promise<{ url: string; port: number; close: () => Promise<void> }>}
 */
export async function startServer({ folder, mount = '/', port = 0, host = '127.0.0.1' }) {
  const rules = parseHeaders(await readFile(join(folder, '_headers'), 'utf8').catch(() => ''));
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();

  const server = createServer((request, response) => {
    answer(request, response).catch((/** @type {unknown} */ error) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    // localhost, not 127.0.0.1: both are secure contexts, but only a name is a host name.
    url: `http://localhost:${actual}${mount}`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Method not allowed');
    const path = decodePath(request.url ?? '/');
    if (path === undefined) return refuse(response, 400, 'Bad request');
    if (`${path}/` === mount) {
      response.writeHead(308, { location: mount }).end();
      return;
    }
    if (!path.startsWith(mount)) return refuse(response, 404, 'Not found');
    const inside = `/${path.slice(mount.length)}`;
    const file = join(folder, normalize(inside.endsWith('/') ? `${inside}index.html` : inside));
    if (!file.startsWith(normalize(folder + sep)) || inside === '/_headers')
      return refuse(response, 404, 'Not found');
    const info = await stat(file).catch(() => undefined);
    if (info === undefined || !info.isFile()) return refuse(response, 404, 'Not found');

    const type = types[extname(file)] ?? 'application/octet-stream';
    /** @type {Record<string, string>} */
    const headers = { ...headersFor(rules, inside), 'content-type': type };
    const encoding = compressible.test(type) ? chooseEncoding(request.headers['accept-encoding']) : undefined;
    if (compressible.test(type)) headers['vary'] = 'accept-encoding';
    if (encoding === undefined) {
      response.writeHead(200, { ...headers, 'content-length': String(info.size) });
      if (request.method === 'HEAD') response.end();
      else createReadStream(file).pipe(response);
      return;
    }
    const key = `${encoding} ${file} ${info.mtimeMs} ${info.size}`;
    let body = compressed.get(key);
    if (body === undefined) {
      body = await compress(encoding, file);
      compressed.set(key, body);
    }
    response.writeHead(200, {
      ...headers,
      'content-encoding': encoding,
      'content-length': String(body.length),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  /**
   * @param {import('node:http').ServerResponse} response
   * @param {number} status
   * @param {string} text
   */
  function refuse(response, status, text) {
    response
      .writeHead(status, { ...headersFor(rules, '/404'), 'content-type': 'text/plain; charset=utf-8' })
      .end(`${text}\n`);
  }
}

/**
 * Reads a Netlify-style headers file: a path pattern, then indented `Name: value`; `! Name` drops an inherited one.
 * @param {string} text
 * @returns {{ pattern: string; set: [name: string, value: string][]; drop: string[] }[]}
 */
export function parseHeaders(text) {
  /** @type {{ pattern: string; set: [string, string][]; drop: string[] }[]} */
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const rule = rules.at(-1);
    if (!/^\s/.test(line)) rules.push({ pattern: line.trim(), set: [], drop: [] });
    else if (rule === undefined) throw new Error(`_headers: no path before "${line.trim()}"`);
    else if (line.trim().startsWith('!')) rule.drop.push(line.trim().slice(1).trim().toLowerCase());
    else {
      const colon = line.indexOf(':');
      rule.set.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/**
 * @param {ReturnType<typeof parseHeaders>} rules
 * @param {string} path
 */
function headersFor(rules, path) {
  /** @type {Record<string, string>} */
  const headers = {};
  for (const { pattern, set, drop } of rules) {
    const matches = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    if (!matches) continue;
    for (const name of drop) delete headers[name];
    for (const [name, value] of set) headers[name] = value;
  }
  return headers;
}

/** @param {string} url */
function decodePath(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''));
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** @param {string | string[] | undefined} accepted */
function chooseEncoding(accepted) {
  const names = String(accepted ?? '')
    .split(',')
    .map((part) => part.split(';')[0]?.trim());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : undefined;
}

/**
 * A precompressed neighbour if there is one, else compressed here.
 * @param {'br' | 'gzip'} encoding
 * @param {string} file
 */
async function compress(encoding, file) {
  const ready = await readFile(`${file}.${encoding === 'br' ? 'br' : 'gz'}`).catch(() => undefined);
  if (ready !== undefined) return ready;
  const bytes = await readFile(file);
  if (encoding === 'gzip') return promisify(gzip)(bytes, { level: 9 });
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
