import { describe, expect, it } from 'vitest';
import { concat, toHex } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { Recorder, type Operation } from '../crypto/recorder.ts';
import type { StepOperation, Trace } from '../lab/trace.ts';
import { decryptPremaster } from '../tls/tls12/key-exchange.ts';
import { type Pkcs1Block, pkcs1Block } from './pkcs1-block.ts';
import { runPreset } from './testing/runs.ts';

function blockIn(trace: Trace, name: 'rsa-encrypt' | 'rsa-decrypt'): Pkcs1Block | undefined {
  const step = trace.steps.find(({ operations }) => operations.some((one) => one.name === name));
  const operation = step?.operations.find((one) => one.name === name);
  return operation && pkcs1Block(operation, step?.operations ?? []);
}

const sizes = ({ parts }: Pkcs1Block): readonly (readonly [string, number])[] =>
  parts.map(({ id, bytes }) => [id, bytes.length]);

describe('the block of a run', () => {
  it('is the same on both sides: 256 bytes, of which 205 are padding and 48 the premaster secret', async () => {
    const trace = await runPreset('tls12-rsa-key-exchange');
    const sent = blockIn(trace, 'rsa-encrypt')!;
    const found = blockIn(trace, 'rsa-decrypt')!;
    expect(sizes(found)).toEqual([
      ['leading', 1],
      ['type', 1],
      ['padding', 205],
      ['separator', 1],
      ['version', 2],
      ['random', 46],
    ]);
    expect(concat(...found.parts.map(({ bytes }) => bytes))).toEqual(found.bytes);
    expect(found.bytes).toEqual(sent.bytes);
    expect(sent.decryption).toBeUndefined();
    expect(found.decryption).toMatchObject({ branch: 'message', messageLength: 48 });
    expect(found.decryption?.checks.map(({ passed }) => passed)).toEqual([true, true, true]);
    expect(toHex(found.decryption?.offered ?? new Uint8Array())).toBe('0303');
    const premaster = trace.secrets.find(({ name }) => name === 'premaster_secret')!;
    expect(toHex(found.bytes)).toMatch(new RegExp(`00${toHex(premaster.bytes)}$`));
  });

  it('changed on the way it is not padded any more; the server goes on, and Finished fails', async () => {
    const trace = await runPreset('tls12-rsa-key-exchange', {
      network: [{ on: 'client_key_exchange', act: 'flip', at: 60, mask: 1 }],
    });
    const found = blockIn(trace, 'rsa-decrypt')!;
    expect(sizes(found)).toEqual([['unreadable', 256]]);
    expect(found.decryption).toMatchObject({ branch: 'fallback' });
    expect(found.decryption?.checks.map(({ passed }) => passed)).toEqual([false, undefined, undefined]);
    expect(trace.outcome).toMatchObject({ kind: 'failed', noticedBy: 'server' });
  });
});

describe('the three checks of the server', async () => {
  const provider = await createProvider();
  const pair = await crypto.subtle.generateKey(
    { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  );
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));

  async function decrypted(message: Bytes, offered = 0x0303): Promise<Pkcs1Block> {
    const operations: Operation[] = [];
    const rec = new Recorder({ provider, now: () => 0, onOperation: (one) => void operations.push(one) });
    const { value } = await provider.rsaEncrypt(publicKey, message);
    await decryptPremaster(rec, privateKey, value!, offered, 'premaster_secret');
    const ofStep = operations.map((one): StepOperation => ({ ...one, party: 'server' }));
    return pkcs1Block(
      ofStep.find(({ name }) => name === 'rsa-decrypt')!,
      ofStep,
    )!;
  }

  it.each([
    ['all good', new Uint8Array(48).fill(3), 0x0303, [true, true, true], 'message'],
    ['another version', new Uint8Array(48).fill(3), 0x0302, [true, true, false], 'fallback'],
    ['too short', new Uint8Array(47).fill(3), 0x0303, [true, false, undefined], 'fallback'],
    ['nothing at all', new Uint8Array(), 0x0303, [true, false, undefined], 'fallback'],
  ] as const)('%s', async (_, message, offered, passed, branch) => {
    const block = await decrypted(message, offered);
    expect(block.decryption?.checks.map((check) => check.passed)).toEqual(passed);
    expect(block.decryption?.branch).toBe(branch);
    expect(concat(...block.parts.map(({ bytes }) => bytes))).toEqual(block.bytes);
    if (offered === 0x0302) expect(toHex(block.decryption?.offered ?? new Uint8Array())).toBe('0302');
  });
});
