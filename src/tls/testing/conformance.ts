/** Third-party material that lies beside the checkout, where there is any. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Bytes of a file under shared/conformance, or undefined, said loudly, where it is absent. */
export function conformanceFile(name: string): Buffer | undefined {
  const path = resolve(process.cwd(), '../shared/conformance', name);
  if (existsSync(path)) return readFileSync(path);
  process.stderr.write(`\n*** NOT CHECKED: ${path} is absent ***\n\n`);
  return undefined;
}
