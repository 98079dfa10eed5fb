/** Asking all clients about the chain of a run: each is our validator with that client's policy. */
import type { Provider } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { askClients, type ClientSurvey } from '../lab/clients/ask.ts';
import type { AnchorId } from '../lab/scenario.ts';
import type { Trace } from '../lab/trace.ts';

let provider: Promise<Provider> | undefined;

export async function clientSurvey(
  trace: Trace,
  roots?: readonly AnchorId[],
): Promise<ClientSurvey | undefined> {
  provider ??= createProvider();
  const crypto = await provider;
  return askClients(
    trace,
    {
      verify: async (algorithm, publicKey, tbs, signature) =>
        (await crypto.verify(algorithm, publicKey, tbs, signature)).value,
      digest: async (hash, data) => (await crypto.digest(hash, data)).value,
    },
    roots,
    breath,
  );
}

/** A dozen clients in one go would keep a key waiting. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
