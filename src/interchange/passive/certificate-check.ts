/** Certificates of a captured connection, held against the roots of the Lab at the time of the capture. */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { publicValue } from '../../crypto/recorder.ts';
import { decodeCertificate, type Certificate } from '../../x509/certificate.ts';
import { parseIp } from '../../x509/ip.ts';
import { validatePath } from '../../x509/path/validate.ts';
import type { Side } from '../capture/streams.ts';
import { other, type Listening } from './decryption.ts';

export class CertificateCheck {
  readonly #with: Listening;
  readonly #leaves: Partial<Record<Side, Certificate>> = {};

  constructor(listening: Listening) {
    this.#with = listening;
  }

  leafOf(side: Side): Certificate | undefined {
    return this.#leaves[side];
  }

  /** A verdict of the Lab's validator, not of the client that was there: that one had roots of its own. */
  async check(side: Side, sent: readonly Bytes[]): Promise<void> {
    const { connection, store, sides } = this.#with;
    const certificates = sent.flatMap((der) => decoded(der) ?? []);
    const [leaf] = certificates;
    if (leaf === undefined || certificates.length < sent.length) return;
    this.#leaves[side] = leaf;
    const verifier = sides[other(side)];
    const work = side === 'server' ? 'validate_chain' : 'validate_client_chain';
    verifier.beginScope();
    verifier.work(work);
    const { serverName } = connection;
    const path = await validatePath({
      sent: certificates,
      store: side === 'server' ? store.flatMap((der) => decoded(der) ?? []) : [],
      cached: [],
      at: connection.started,
      purpose: side === 'server' ? 'serverAuth' : 'clientAuth',
      ...(side === 'server' &&
        serverName !== undefined && {
          name: { type: parseIp(serverName) ? 'ip' : 'dns', value: serverName } as const,
        }),
      verify: (algorithm, publicKey, tbs, signature, subject) =>
        verifier.recorder.verify(
          `verify certificate ${subject}`,
          algorithm,
          publicValue('issuer_public_key', publicKey),
          publicValue('tbs_certificate', tbs),
          publicValue('certificate_signature', signature),
          spec(5280, '6.1.3'),
        ),
    });
    verifier.work(work, path);
  }
}

function decoded(der: Bytes): Certificate | undefined {
  const result = decodeCertificate(der);
  return result.ok ? result.value : undefined;
}
