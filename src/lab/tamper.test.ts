import { expect, it } from 'vitest';
import { createNodeProvider } from '../../scripts/lib/node-provider.ts';
import { presets } from './presets.ts';
import { tamperLines, tamperWithEverything } from './testing/tamper.ts';

// Every byte: npm run tamper.
it.each(['tls13', 'tls12', 'tls12-rsa-key-exchange'] as const)(
  '%s: no changed byte leaves both sides content with different transcripts',
  async (id) => {
    const table = await tamperWithEverything(presets[id], {
      provider: await createNodeProvider(),
      samples: 12,
    });
    process.stdout.write(`${tamperLines(table).join('\n')}\n`);
    expect(table.unnoticed).toEqual([]);
    expect(table.runs).toBeGreaterThan(100);
  },
);
