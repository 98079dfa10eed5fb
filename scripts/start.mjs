/** `npm start`: installs when needed, builds, serves on the first free port from 4173, opens a browser. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installIfNeeded, npm, root } from './lib/install.mjs';
import { startServer } from './lib/static-server.mjs';

installIfNeeded();
if (npm(['run', '--silent', 'build', '--', '--logLevel', 'warn']) !== 0) process.exit(1);

const { url } = await serveFrom(4173);
console.log(`\n  Handshake Lab is at ${url}\n  Ctrl+C stops it.\n`);
if (process.stdout.isTTY && !process.env['CI']) openBrowser(url);

/**
 * @param {number} port
 * @returns {ReturnType<typeof startServer>}
 */
async function serveFrom(port) {
  try {
    return await startServer({ folder: join(root, 'dist'), port });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || port >= 4273) throw error;
    return serveFrom(port + 1);
  }
}

/** @param {string} address */
function openBrowser(address) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  if (command === undefined) return;
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // No opener: the address is on screen.
  child.unref();
}
