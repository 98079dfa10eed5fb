/** Ports for programs that want to be told one. */
import { createServer, type AddressInfo } from 'node:net';

const given = new Set<number>();

/** A port of 127.0.0.1 that was free a moment ago, and that nobody else in this process was given. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  if (given.has(port)) return freePort();
  given.add(port);
  return port;
}
