/**
 * Ours and node-forge, ten of each in turn, in a process that does nothing else; prints milliseconds as JSON.
 */
import { createNodeProvider } from '../lib/node-provider.ts';
import { forgeHandshake } from './forge.ts';
import { defaultRun, timed } from './handshakes.ts';
import { median } from './replay.ts';

const { run } = await defaultRun(await createNodeProvider());
const forge = forgeHandshake();
const own: number[] = [];
const other: number[] = [];
// The first half is for the compilers, until they are done with both.
for (let round = 0; round < 40; round++) {
  if (round === 20) own.length = other.length = 0;
  for (let i = 0; i < 10; i++) own.push(await timed(run));
  for (let i = 0; i < 10; i++) other.push(await timed(forge));
}
console.log(JSON.stringify({ own: median(own), forge: median(other), ratio: median(other) / median(own) }));
