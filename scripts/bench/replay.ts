/**
 * What a handshake costs beside its crypto: the same provider calls, recorded once and made again
 * without protocol, validation or trace.
 */
import type { Provider } from '../../src/crypto/port.ts';

interface Call {
  readonly method: keyof Provider;
  readonly args: readonly unknown[];
  readonly result: unknown;
}

/** A provider that passes every call on and remembers it. */
export function recordCalls(provider: Provider): { readonly provider: Provider; readonly calls: Call[] } {
  const calls: Call[] = [];
  const methods = [
    'random',
    'digest',
    'hmac',
    'generateDhKeyPair',
    'agree',
    'generateFfdhKeyPair',
    'agreeFfdh',
    'generateKemKeyPair',
    'encapsulate',
    'decapsulate',
    'sign',
    'verify',
    'rsaEncrypt',
    'rsaDecrypt',
    'encryptCipher',
    'decryptCipher',
    'seal',
    'open',
  ] as const satisfies readonly (keyof Provider)[];
  const recording = Object.fromEntries(
    methods.map((method) => [
      method,
      (...args: unknown[]): unknown => {
        const result = (provider[method] as (...args: unknown[]) => unknown).apply(provider, args);
        const call = { method, args, result: undefined as unknown };
        calls.push(call);
        if (!(result instanceof Promise)) {
          call.result = result;
          return result;
        }
        return result.then((computed: { value: unknown }) => {
          call.result = computed.value;
          return computed;
        });
      },
    ]),
  ) as unknown as Provider;
  return { provider: recording, calls };
}

/**
 * Makes the calls again, one after the other. What was one array then is one array now, and what came out
 * of a call goes into the next, so that keys which a provider remembers are remembered here too.
 */
export async function replay(provider: Provider, calls: readonly Call[]): Promise<void> {
  const now = new Map<unknown, unknown>();
  const translate = (value: unknown): unknown => {
    if (!(value instanceof Uint8Array)) return value;
    const known = now.get(value);
    if (known !== undefined) return known;
    const fresh = value.slice();
    now.set(value, fresh);
    return fresh;
  };
  for (const { method, args, result } of calls) {
    const done: unknown = await (provider[method] as (...args: unknown[]) => unknown).apply(
      provider,
      args.map(translate),
    );
    const value = method === 'random' ? done : (done as { value: unknown }).value;
    pair(result, value, now);
  }
}

function pair(then: unknown, again: unknown, now: Map<unknown, unknown>): void {
  if (then instanceof Uint8Array) now.set(then, again);
  else if (typeof then === 'object' && then !== null) {
    for (const key of Object.keys(then))
      pair((then as Record<string, unknown>)[key], (again as Record<string, unknown>)[key], now);
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
