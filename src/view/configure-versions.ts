/** The versions of the Configure sheet. */
import { versionLabel } from './configure-names.ts';

export interface VersionRow {
  readonly version: number;
  readonly name: string;
  readonly on: boolean;
  /** Agreed on in the run on screen. */
  readonly agreed: boolean;
}

/** Best first. What is older than TLS 1.2 is recognised and refused. */
const known: readonly number[] = [0x0304, 0x0303, 0x0302, 0x0301, 0x0300];

export function versionRows(
  spoken: readonly number[],
  negotiated: number | undefined,
): readonly VersionRow[] {
  return known.map((version) => ({
    version,
    name: versionLabel(version),
    on: spoken.includes(version),
    agreed: version === negotiated && spoken.includes(version),
  }));
}

/** Best first, and never empty: the last one stays. */
export function toggledVersion(spoken: readonly number[], version: number): readonly number[] {
  const next = known.filter((other) => (other === version) !== spoken.includes(other));
  return next.length === 0 ? spoken : next;
}
