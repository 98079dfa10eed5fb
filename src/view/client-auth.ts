/** Client authentication in either version: the same question, asked by TLS 1.3 or by TLS 1.2. */
import { presets } from '../lab/presets.ts';
import type { ScenarioPatch } from '../lab/scenario-patch.ts';

/** What the presets of that version differ in, and nothing else. */
export function versionPatch(version: 'new' | 'old'): ScenarioPatch {
  const { browser, server } = version === 'new' ? presets.tls13 : presets['tls12-client-certificate'];
  return {
    browser: { versions: browser.versions, suites: browser.suites },
    server: { versions: server.versions, suites: server.suites, groups: server.groups },
  };
}
