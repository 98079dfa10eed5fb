/**
 * `npm run engines [-- --json FILE]`: the main journey in Firefox and WebKit, on the production build.
 * The report is `{ firefox: { tried, passed, failed: [...], skipped?: why }, webkit: ... }`.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startServer } from '../../scripts/lib/static-server.mjs';
import type { Engine } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { journey } from './journey.ts';
import { launchWebKit } from './webkit.ts';

interface Result {
  tried: number;
  passed: number;
  failed: string[];
  skipped?: string;
}

const launchers = { firefox: launchFirefox, webkit: launchWebKit };
const { values } = parseArgs({ options: { json: { type: 'string' } } });

const build = spawnSync('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], {
  stdio: 'inherit',
});
if (build.status !== 0) process.exit(1);
const server = await startServer({ folder: 'dist', mount: '/any/sub-path/' });
const report: Record<string, Result> = {};
for (const [name, launch] of Object.entries(launchers)) {
  const first = await tryEngine(name, launch);
  if (first.failed.length > 0) console.log(`  ${name}: once more, in a browser of its own`);
  // A busy machine must not fail a journey that passes.
  report[name] = first.failed.length > 0 ? await tryEngine(name, launch) : first;
}
await server.close();

if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(report, null, 2));
const failed = Object.values(report).reduce((sum, result) => sum + result.failed.length, 0);
process.exit(failed === 0 ? 0 : 1);

async function tryEngine(name: string, launch: () => Promise<Engine | string>): Promise<Result> {
  const result: Result = { tried: 0, passed: 0, failed: [] };
  let engine: Engine | string;
  try {
    engine = await launch();
  } catch (error) {
    console.log(`✗ ${name} does not start: ${String(error)}`);
    return { tried: 1, passed: 0, failed: [`does not start: ${String(error)}`] };
  }
  if (typeof engine === 'string') {
    console.log(`- ${name} skipped: ${engine}`);
    return { ...result, skipped: engine };
  }
  for (const leg of journey) {
    result.tried++;
    try {
      await withTimeout(leg.run(engine, server.url), 120_000);
      // What was logged as an object says what it is a moment later.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const [first] = engine.errors();
      if (first !== undefined) throw new Error(`error in the page: ${first}`);
      result.passed++;
      console.log(`✓ ${engine.name}: ${leg.name}`);
    } catch (error) {
      result.failed.push(`${leg.name}: ${String(error)}`);
      console.log(`✗ ${engine.name}: ${leg.name}: ${String(error)}`);
      break; // Later legs stand on this one.
    }
  }
  await engine.close();
  return result;
}

async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
