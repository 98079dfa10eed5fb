/** npm run tamper [-- --samples N]: one byte changed in every message of a TLS 1.2 and a TLS 1.3 run; all bytes by default. */
import { parseArgs } from 'node:util';
import { presets } from '../src/lab/presets.ts';
import { tamperLines, tamperWithEverything } from '../src/lab/testing/tamper.ts';
import { createNodeProvider } from './lib/node-provider.ts';

const { values } = parseArgs({ options: { samples: { type: 'string', default: 'all' } } });
const samples = values.samples === 'all' ? 'all' : Number(values.samples);
const provider = await createNodeProvider();
for (const id of ['tls13', 'tls12'] as const) {
  const table = await tamperWithEverything(presets[id], { provider, samples });
  console.log(`\n${id}\n${tamperLines(table).join('\n')}`);
  if (table.unnoticed.length > 0) process.exitCode = 1;
}
