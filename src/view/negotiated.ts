/** What has been agreed on, by the names of the registries. */
import type { Negotiated } from '../lab/trace.ts';
import { groupByCode } from '../tls/registry/groups.ts';
import { suiteName, versionName } from '../tls/registry/names.ts';

/** Version, suite and group, as far as they are agreed on; unknown code points as hex. */
export function negotiatedNames({ version, suite, group }: Negotiated): readonly string[] {
  const names: string[] = [];
  if (version !== undefined) names.push(versionName(version) ?? hex(version));
  if (suite !== undefined) names.push(suiteName(suite) ?? hex(suite));
  if (group !== undefined) names.push(groupByCode(group)?.name ?? hex(group));
  return names;
}

function hex(code: number): string {
  return `0x${code.toString(16).padStart(4, '0')}`;
}
