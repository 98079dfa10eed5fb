/**
 * `npm run bridge`: the engine of the lab on a TCP socket, so that it can talk to the outside.
 * `listen` is a server, `connect` a client; see the usage in bridge/options.ts.
 */
import { createNodeProvider } from './lib/node-provider.ts';
import { connect } from './bridge/connect.ts';
import { listen } from './bridge/listen.ts';
import { UsageError } from './bridge/names.ts';
import { parseCommand, usage } from './bridge/options.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const command = parseCommand(args);
    if (command === 'help') {
      console.log(usage);
      return 0;
    }
    const world = {
      provider: await createNodeProvider(),
      clock: () => Date.now(),
      log: (line: string) => console.log(line),
    };
    if (command.command === 'connect') {
      const { end } = await connect(command, world);
      return end.kind === 'closed' ? 0 : 1;
    }
    const listening = await listen(command, world);
    process.once('SIGINT', () => void listening.stop());
    process.once('SIGTERM', () => void listening.stop());
    await listening.stopped;
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`);
      return 2;
    }
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      console.error(`Cannot listen: ${String(error)}`);
      return 1;
    }
    throw error;
  }
}
