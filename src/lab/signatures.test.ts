/** Signatures by the key of the certificate: RSA keys for RSASSA-PSS alone, and ECDSA with any hash in TLS 1.2. */
import { describe, expect, it } from 'vitest';
import { issueDemoPki } from '../authority/issue.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { presets } from './presets.ts';
import { run, type RunEnvironment } from './run.ts';
import type { BrowserConfig, Scenario, ServerConfig } from './scenario.ts';
import type { Trace } from './trace.ts';

const clock = Date.UTC(2026, 10, 23, 19, 17);
const provider = await createProvider();
const ring = new KeyRing({ provider, subtle: crypto.subtle });
const environment: RunEnvironment = {
  provider,
  now: () => 0,
  wallClock: () => clock,
  issue: (scenario, at) => issueDemoPki(ring, { ...scenario, clock: at }),
};

function scenario(
  base: Scenario,
  keyType: ServerConfig['keyType'],
  schemes: readonly number[],
  browser: Partial<BrowserConfig> = {},
): Scenario {
  return {
    ...base,
    browser: { ...base.browser, signatureSchemes: schemes, ...browser },
    server: { ...base.server, keyType, signatureSchemes: schemes },
  };
}

/** What the server signed in the handshake, and what the browser made of it. */
function signed(trace: Trace): readonly (string | undefined)[] {
  return trace.steps
    .flatMap(({ operations }) => operations)
    .filter(
      ({ name, purpose }) => name === 'sign' || (name === 'verify' && !purpose.includes('certificate ')),
    )
    .map(({ algorithm }) => algorithm);
}

const rsaSuites = { suites: [0xc02f] };

describe('a key for RSASSA-PSS alone', () => {
  it.each([
    [0x0809, 'RSA-PSS-SHA256'],
    [0x080a, 'RSA-PSS-SHA384'],
    [0x080b, 'RSA-PSS-SHA512'],
  ] as const)('TLS 1.3 with scheme %#', async (code, algorithm) => {
    const trace = await run(scenario(presets.tls13, 'rsa-pss', [code]), environment);
    expect(trace.outcome).toEqual({ kind: 'completed' });
    expect(trace.negotiated.signatureScheme).toBe(code);
    expect(signed(trace)).toEqual([algorithm, algorithm]);
  });

  it('TLS 1.2 with a suite that is authenticated by RSA', async () => {
    const base = scenario(presets.tls12, 'rsa-pss', [0x0401, 0x0809]);
    const suites = {
      ...base,
      browser: { ...base.browser, ...rsaSuites },
      server: { ...base.server, ...rsaSuites },
    };
    const trace = await run(suites, environment);
    expect(trace.outcome).toEqual({ kind: 'completed' });
    expect(trace.negotiated.signatureScheme).toBe(0x0809);
  });

  it('decrypts nothing: no suite with RSA key exchange', async () => {
    const trace = await run(scenario(presets['tls12-rsa-key-exchange'], 'rsa-pss', [0x0809]), environment);
    expect(trace.outcome).toMatchObject({ kind: 'failed', error: { code: 'no-common-cipher-suite' } });
  });

  it.each([
    ['rsa-pss', [0x0804, 0x0805, 0x0806]],
    ['rsa', [0x0809, 0x080a, 0x080b]],
  ] as const)('%s keys and the schemes of the other kind do not fit', async (keyType, schemes) => {
    const trace = await run(scenario(presets.tls13, keyType, schemes), environment);
    expect(trace.outcome).toMatchObject({ kind: 'failed', error: { code: 'no-common-signature-scheme' } });
  });
});

describe('ECDSA with a key on P-384', () => {
  it.each([
    ['ecdsa_secp256r1_sha256', 0x0403, 'ECDSA-P384-SHA256'],
    ['ecdsa_secp384r1_sha384', 0x0503, 'ECDSA-P384-SHA384'],
    ['ecdsa_secp521r1_sha512', 0x0603, 'ECDSA-P384-SHA512'],
    ['ecdsa_sha1', 0x0203, 'ECDSA-P384-SHA1'],
  ] as const)('TLS 1.2: %s is a hash', async (_, code, algorithm) => {
    const trace = await run(scenario(presets.tls12, 'ecdsa-p384', [code]), environment);
    expect(trace.outcome).toEqual({ kind: 'completed' });
    expect(trace.negotiated.signatureScheme).toBe(code);
    expect(signed(trace)).toEqual([algorithm, algorithm]);
  });

  it('TLS 1.3: the scheme of another curve does not fit, that of its own does', async () => {
    const other = await run(scenario(presets.tls13, 'ecdsa-p384', [0x0403]), environment);
    expect(other.outcome).toMatchObject({ kind: 'failed', error: { code: 'no-common-signature-scheme' } });
    const own = await run(scenario(presets.tls13, 'ecdsa-p384', [0x0403, 0x0503]), environment);
    expect(own.negotiated.signatureScheme).toBe(0x0503);
  });

  it('TLS 1.2: no suite for a browser that does not know the curve (RFC 8422 §5.3)', async () => {
    const trace = await run(
      scenario(presets.tls12, 'ecdsa-p384', [0x0403, 0x0503], { groups: [0x001d, 0x0017] }),
      environment,
    );
    expect(trace.outcome).toMatchObject({ kind: 'failed', error: { code: 'no-common-cipher-suite' } });
  });
});
