/** Which version is spoken: RFC 9846 §4.2.2, §4.3.1 and §E.1, RFC 7507. */
import { spec } from '../../bytes/spec.ts';
import { fallbackScsv, tls12 } from '../client/hello.ts';
import type { TlsError } from '../errors.ts';
import { find } from '../extensions.ts';
import { fault } from '../failure.ts';
import type { ClientHello } from '../messages/model.ts';
import { isGrease, versionName } from '../registry/names.ts';
import type { ServerConfig } from './config.ts';
import { say } from '../../bytes/say.ts';

/** The first of the server's versions that the client offers. */
export function chooseVersion(hello: ClientHello, config: ServerConfig): number | TlsError {
  const offered = offeredVersions(hello);
  const best = Math.max(...config.versions);
  if (hello.cipherSuites.includes(fallbackScsv) && best > Math.max(...offered)) {
    const detail = say('the client could do better, by its own word; this server speaks {}', name(best));
    return fault('inappropriate-fallback', 'ClientHello.cipher_suites', detail, spec(7507, '3'));
  }
  const chosen = config.versions.find((version) => offered.includes(version));
  if (chosen !== undefined) return chosen;
  const list = find(hello.extensions, 'supported_versions')?.versions;
  const found =
    list === undefined
      ? say('supported_versions is missing, legacy_version is {}', hex(hello.legacyVersion))
      : say('{} not in supported_versions', config.versions.map(name).join(', '));
  const at = list === undefined ? 'ClientHello.legacy_version' : 'ClientHello.extensions.supported_versions';
  return fault('no-common-version', at, found, spec(9846, '4.3.1'));
}

/** A server that knows nothing of supported_versions goes by the version field alone. */
export function chooseOldVersion(hello: ClientHello, config: ServerConfig): number | TlsError {
  const chosen = Math.max(...config.versions.filter((version) => version <= hello.legacyVersion));
  if (Number.isFinite(chosen)) return chosen;
  const found = say('legacy_version is {}', hex(hello.legacyVersion));
  return fault('no-common-version', 'ClientHello.legacy_version', found, spec(5246, 'E.1'));
}

/** An implementation from before TLS 1.2: it can say hello, and nobody goes on from there. */
export function isOld(config: ServerConfig): boolean {
  return config.versions.every((version) => version < tls12);
}

/** Without supported_versions a client takes everything up to its version field. */
function offeredVersions(hello: ClientHello): readonly number[] {
  const list = find(hello.extensions, 'supported_versions')?.versions;
  if (list !== undefined) return list.filter((version) => !isGrease(version));
  return [tls12, 0x0302, 0x0301, 0x0300].filter((version) => version <= hello.legacyVersion);
}

function name(version: number): string {
  return versionName(version) ?? hex(version);
}

function hex(code: number): string {
  return `0x${code.toString(16).padStart(4, '0')}`;
}
