/**
 * Broken bytes at every decoder: no exception, no hang, a tree that tiles, and whatever is accepted
 * is written back to the very same bytes. FUZZ_INPUTS sets how many (in all), FUZZ_SEED which.
 */
import { expect, it } from 'vitest';
import { parseDer } from '../../bytes/der.ts';
import type { Encoded } from '../../bytes/field.ts';
import { concat, equal, fromHex } from '../../bytes/hex.ts';
import type { Decoded } from '../../bytes/reader.ts';
import { assertTiles } from '../../bytes/testing/tiles.ts';
import type { Bytes } from '../../crypto/port.ts';
import { certificateField, decodeCertificate } from '../../x509/certificate.ts';
import { encodeRecord, findRecord } from '../record/framing.ts';
import { fuzz, fuzzInputs, type Target } from '../testing/fuzz.ts';
import simple from '../testing/vectors/rfc8448-simple-1rtt.json' with { type: 'json' };
import { decodeAlert, decodeChangeCipherSpec, encodeAlert } from './alert.ts';
import { decodeHandshake, encodeHandshake } from './handshake.ts';
import { sampleMessages } from './testing/samples.ts';

const messages = [
  ...sampleMessages.map((message) => encodeHandshake(message).bytes as Bytes),
  ...simple.blobs.filter(({ step }) => step.startsWith('construct')).map(({ hex }) => fromHex(hex) as Bytes),
];
const certificates = messages.flatMap((bytes) => {
  const decoded = decodeHandshake(bytes);
  return decoded.ok && decoded.value.type === 'certificate'
    ? decoded.value.entries.map(({ certData }) => certData)
    : [];
});

/** Judges one decoder: tree and, where there is an encoder, the way back. */
function decoder<T>(
  name: string,
  corpus: readonly Bytes[],
  decode: (bytes: Bytes) => Decoded<T>,
  encode?: (value: T) => Encoded,
): Target {
  return {
    name,
    corpus,
    run: (input) => {
      const before = input.slice();
      const decoded = decode(input);
      if (!equal(before, input)) throw new Error('the decoder changed its input');
      if (input.length > 0) assertTiles(decoded.field, input.length);
      if (!decoded.ok) {
        const { offset, path, detail } = decoded.error;
        if (offset < 0 || offset > input.length || detail === '')
          throw new Error(`error at ${offset} of "${path}"`);
        return 'rejected';
      }
      const again = encode?.(decoded.value);
      if (again && !equal(again.bytes, input)) throw new Error('writes other bytes than it read');
      if (again) expect(again.field).toEqual(decoded.field);
      return 'accepted';
    },
  };
}

const records: Target = {
  name: 'records',
  corpus: [
    concat(...messages.slice(0, 3).map((bytes) => encodeRecord(22, 0x0303, bytes))),
    encodeRecord(21, 0x0303, Uint8Array.of(2, 40)),
  ],
  run: (input) => {
    let rest = input;
    let taken = findRecord(rest);
    for (; 'record' in taken; taken = findRecord(rest)) {
      const { contentType, version, length } = taken.record;
      const bytes = rest.subarray(0, length);
      if (!equal(encodeRecord(contentType, version, bytes.subarray(5)), bytes))
        throw new Error('writes other bytes than it read');
      rest = rest.subarray(length);
    }
    if ('needs' in taken && taken.needs <= rest.length)
      throw new Error(`needs ${taken.needs}, has ${rest.length}`);
    return 'needs' in taken ? 'accepted' : 'rejected';
  },
};

const targets: readonly Target[] = [
  decoder('handshake messages', messages, decodeHandshake, encodeHandshake),
  decoder('certificates', certificates, decodeCertificate),
  decoder('DER', certificates, (bytes) => parseDer(bytes)),
  decoder('alerts', [Uint8Array.of(1, 0), Uint8Array.of(2, 40)], decodeAlert, encodeAlert),
  decoder('ChangeCipherSpec', [Uint8Array.of(1)], decodeChangeCipherSpec),
  records,
  {
    name: 'trees of certificates',
    corpus: certificates,
    run: (input) => {
      assertTiles(certificateField(input), input.length);
      return 'accepted';
    },
  },
];

it('no broken bytes break a decoder', { timeout: 3_600_000 }, () => {
  const inputs = fuzzInputs(50_000);
  const reports = fuzz(targets, inputs, Number(process.env['FUZZ_SEED'] ?? 9846));
  expect(reports.reduce((sum, report) => sum + report.inputs, 0)).toBe(inputs);
  for (const { name, accepted, inputs: share, slowest } of reports) {
    // Both ways out are taken, or the fuzzer tests nothing.
    expect([name, accepted > 0, slowest < 1_000]).toEqual([name, true, true]);
    if (name !== 'trees of certificates') expect([name, accepted < share]).toEqual([name, true]);
  }
});
