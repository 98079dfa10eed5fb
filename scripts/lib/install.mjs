/** Runs npm without a shell history of its own: from the lock file, and only when something is missing. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Installs what the lock file says, unless it is there already. Exits when that fails. */
export function installIfNeeded() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Handshake Lab needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.log('Installing packages (npm ci) ...');
  if (npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    console.error('npm ci failed.');
    process.exit(1);
  }
}

/**
 * Runs npm in the repository and shows its output.
 * @param {string[]} args
 * @returns {number} exit code
 */
export function npm(args) {
  const cli = process.env['npm_execpath'];
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const result = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit', env })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' });
  return result.status ?? 1;
}

/** Compares versions, not dates: a checkout may touch the lock file and npm writes both at once. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = present[path];
    if (found === undefined) return path === '' || optional === true || devOptional === true;
    return found.version === version;
  });
}

/**
 * @typedef {{ packages?: Record<string, { version?: string; optional?: boolean; devOptional?: boolean }> }} Lock
 * @param {string} file
 */
function packagesIn(file) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(`${root}${file}`, 'utf8'))).packages;
  } catch {
    return undefined;
  }
}
