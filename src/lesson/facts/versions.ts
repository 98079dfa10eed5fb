/** Versions of TLS by name, and those that a ClientHello offers. */
import { find } from '../../tls/extensions.ts';
import { isGrease, versionName } from '../../tls/registry/names.ts';
import { type helloBefore, hex16 } from './lookup.ts';

/** Best first; without supported_versions everything up to the version field. */
export function offeredVersions(hello: ReturnType<typeof helloBefore>): readonly number[] {
  if (hello === undefined) return [];
  const list = find(hello.extensions, 'supported_versions')?.versions;
  return list?.filter((version) => !isGrease(version)) ?? [hello.legacyVersion];
}

export function versionText(version: number): string {
  return versionName(version) ?? hex16(version);
}
