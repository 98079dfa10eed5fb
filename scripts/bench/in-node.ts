/** Ours and node-forge in turn, in a process that does nothing else; prints milliseconds as JSON. */
import { createNodeProvider } from '../lib/node-provider.ts';
import { forgeHandshake } from './forge.ts';
import { defaultRun, timed } from './handshakes.ts';
import { median } from './replay.ts';

const { run } = await defaultRun(await createNodeProvider());
const forge = forgeHandshake();
// Long enough for the compilers to be done with both.
for (let i = 0; i < 200; i++) {
  await run();
  await forge();
}
const pairs: { own: number; forge: number }[] = [];
for (let i = 0; i < 100; i++) pairs.push({ own: await timed(run), forge: await timed(forge) });
console.log(
  JSON.stringify({
    own: median(pairs.map((pair) => pair.own)),
    forge: median(pairs.map((pair) => pair.forge)),
    ratio: median(pairs.map((pair) => pair.forge / pair.own)),
  }),
);
