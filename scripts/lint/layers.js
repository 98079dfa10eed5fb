/**
 * The layers of src/ as data, and the one question asked of them: may this file import that?
 *
 * Plain JavaScript because oxlint loads it under Node 20; types are in JSDoc and checked.
 */

/** Top to bottom; a layer may import itself and every layer before it. */
const order = [
  'bytes',
  'crypto',
  'x509',
  'tls',
  'authority',
  'lab',
  'interchange',
  'lesson',
  'view',
  'state',
  'ui',
  'app',
];

/**
 * What stands beside the order.
 * `sees`: layers it may import; `seenBy`: layers that may import it.
 * @type {Record<string, { sees: string[]; seenBy: string[]; door: string }>}
 */
const beside = {
  'crypto/provider': {
    sees: ['bytes', 'crypto'],
    seenBy: ['authority', 'state', 'app'],
    door: 'Use the port in src/crypto and take the provider as an argument; state/, app/, scripts and tests choose it.',
  },
  styles: {
    sees: [],
    seenBy: ['ui', 'app'],
    door: 'Styles are imported by ui/ and app/ only.',
  },
};

/**
 * Packages per layer. A layer that is not here imports no package at all.
 * @type {Record<string, RegExp[]>}
 */
const packages = {
  'crypto/provider': [/^@noble\//, /^micro-rsa-dsa-dh$/, /^des\.js$/],
  // The list of publicsuffix.org, as data.
  x509: [/^tldts$/],
  authority: [/^@peculiar\//, /^reflect-metadata$/],
  state: [/^zustand$/],
  ui: [/^uqr$/, /^react$/, /^react-dom$/, /^zustand$/, /^framer-motion$/, /^lucide-react$/],
  app: [/^react$/, /^react-dom$/, /^zustand$/, /^framer-motion$/, /^lucide-react$/],
};

/** Where a package is at home, for the message. */
const homes = [
  {
    package: /^(react|react-dom|framer-motion|lucide-react)$/,
    door: 'React and motion live in ui/ and app/.',
  },
  { package: /^zustand$/, door: 'The store lives in state/; everything before it returns plain data.' },
  {
    package: /^(@noble\/|micro-rsa-dsa-dh$|des\.js$)/,
    door: 'Libraries of cryptography are reached through the port in src/crypto.',
  },
  {
    package: /^(@peculiar\/.*|reflect-metadata)$/,
    door: 'Certificates are issued in authority/ and read with src/x509.',
  },
  {
    package: /^node:/,
    door: 'Node belongs to scripts/, e2e/ and tests; files, sockets and time come in as arguments.',
  },
];

/** Layers whose code gets time, randomness, keys and crypto as arguments. */
const engine = new Set(['bytes', 'crypto', 'x509', 'tls', 'lab', 'interchange', 'lesson', 'view']);

/**
 * The reason why `file` may not import `specifier`, or undefined if it may.
 * @param {string} file path from the repository root, with forward slashes
 * @param {string} specifier as written in the import
 * @returns {string | undefined}
 */
export function complaint(file, specifier) {
  if (!file.startsWith('src/') || isTest(file)) return undefined;
  const from = layerOf(file);
  if (from === undefined) return unknownLayer(file);
  const path = specifier.replace(/[?#].*$/, '');
  if (!path.startsWith('.')) return packageComplaint(from, path);

  const target = resolve(file, path);
  if (!target.startsWith('src/'))
    return `src/ may not import ${target}: the application is built from src/ alone.`;
  if (isTest(target)) return `${target} is for tests; code that ships may not import it.`;
  const to = layerOf(target);
  if (to === undefined) return unknownLayer(target);
  if (from === to || sees(from, to)) return undefined;
  const door =
    beside[to]?.door ?? 'Take what it needs as an argument, or move the code to the layer that may see both.';
  return `${from}/ may not import ${to}/ (${target}). ${from}/ sees ${list(visible(from))}. ${door}`;
}

/**
 * Whether `file` is engine code, which has no ambient world.
 * @param {string} file
 */
export function isEngine(file) {
  const layer = layerOf(file);
  return layer !== undefined && engine.has(layer) && !isTest(file);
}

/**
 * @param {string} from
 * @param {string} to
 */
function sees(from, to) {
  const special = beside[from] ?? beside[to];
  if (beside[from]) return beside[from].sees.includes(to);
  if (special) return special.seenBy.includes(from);
  return order.indexOf(to) < order.indexOf(from);
}

/** @param {string} from */
function visible(from) {
  return [...order, ...Object.keys(beside)].filter((to) => to !== from && sees(from, to));
}

/**
 * @param {string} from
 * @param {string} specifier
 */
function packageComplaint(from, specifier) {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (packages[from]?.some((allowed) => allowed.test(name))) return undefined;
  const door =
    homes.find((home) => home.package.test(name))?.door ??
    `No layer but those in scripts/lint/layers.js imports packages.`;
  return `${from}/ may not import the package ${name}. ${door}`;
}

/** @param {string} file */
function layerOf(file) {
  const parts = file.split('/').slice(1);
  const two = parts.slice(0, 2).join('/');
  if (two in beside && parts.length > 2) return two;
  const one = parts[0] ?? '';
  return parts.length > 1 && (order.includes(one) || one in beside) ? one : undefined;
}

/** @param {string} file */
function unknownLayer(file) {
  return `${file} is in no layer. The layers are ${list([...order, ...Object.keys(beside)])}; a new one is added in scripts/lint/layers.js.`;
}

/** Unit tests and their helpers may use anything. @param {string} file */
function isTest(file) {
  return /\.test\.tsx?$/.test(file) || file.split('/').includes('testing');
}

/**
 * @param {string} file
 * @param {string} specifier
 */
function resolve(file, specifier) {
  const parts = file.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** @param {string[]} names */
function list(names) {
  return names.length === 0 ? 'nothing else' : names.join(', ');
}
