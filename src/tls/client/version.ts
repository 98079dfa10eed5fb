/** Which version the server answered with, and whether somebody talked the two of them down (RFC 9846 §4.2.3). */
import { equal, utf8 } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { TlsError } from '../errors.ts';
import { find } from '../extensions.ts';
import { fault } from '../failure.ts';
import type { ServerHello } from '../messages/model.ts';
import type { ClientConfig } from './config.ts';
import { tls12, tls13 } from './hello.ts';
import { say } from '../../bytes/say.ts';

/**
 * A server that knows TLS 1.3 marks the random of anything older (RFC 9846 §4.2.3). To a client that offered
 * TLS 1.3 the mark says that somebody talked the two of them out of it.
 */
export function checkDowngrade(config: ClientConfig, random: Uint8Array): TlsError | undefined {
  const last = random[31] ?? -1;
  const marked = equal(random.subarray(24, 31), utf8('DOWNGRD')) && (last === 0 || last === 1);
  if (!marked || !config.versions.includes(tls13)) return undefined;
  const detail = say(
    'the random ends in DOWNGRD: a server that speaks TLS 1.3 was made to answer with an older version',
  );
  return fault('downgrade-detected', 'ServerHello.random', detail, spec(9846, '4.2.3'));
}

/** A ServerHello without supported_versions means what its version field says, RFC 9846 §4.2.3. */
export function isTls12Answer(message: ServerHello, config: ClientConfig): boolean {
  const old = find(message.extensions, 'supported_versions') === undefined;
  return old && message.legacyVersion === tls12 && config.versions.includes(tls12);
}
