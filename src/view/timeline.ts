/** The versions of SSL and TLS on one time axis. */
import { spec } from '../bytes/spec.ts';
import type { Spec } from '../bytes/spec.ts';
import { presets } from '../lab/presets.ts';
import type { Scenario } from '../lab/scenario.ts';

export type VersionId = 'ssl10' | 'ssl20' | 'ssl30' | 'tls10' | 'tls11' | 'tls12' | 'tls13';

export interface TimelineRow {
  readonly id: VersionId;
  /** As it is written everywhere; never translated. */
  readonly name: string;
  /** Year of publication, or of its making if it was never published. */
  readonly from: number;
  /** Year in which a standard forbade it; undefined while it is in use. */
  readonly until: number | undefined;
  readonly state: 'never-released' | 'prohibited' | 'deprecated' | 'in-use';
  /** What defines it, then what ended it. */
  readonly specs: readonly Spec[];
  /** Where the bar begins and how long it is, in percent of the axis. */
  readonly bar: { readonly left: number; readonly width: number };
}

const axis = { from: 1994, to: 2027 };

/** What can be run about a version: as it works here, or how a client or a server that has nothing better ends. */
export function versionRuns(
  id: VersionId,
): readonly { readonly kind: 'run' | 'client' | 'server'; readonly scenario: Scenario }[] {
  if (id === 'tls12') return [{ kind: 'run', scenario: presets.tls12 }];
  if (id === 'tls13') return [{ kind: 'run', scenario: presets.tls13 }];
  const version = oldVersions[id];
  if (version === undefined) return [];
  const client = presets['legacy-client'];
  const server = presets['legacy-server'];
  return [
    { kind: 'client', scenario: { ...client, browser: { ...client.browser, versions: [version] } } },
    { kind: 'server', scenario: { ...server, server: { ...server.server, versions: [version] } } },
  ];
}

/** SSL 2.0 has another hello altogether, and 1.0 was never seen. */
const oldVersions: Partial<Readonly<Record<VersionId, number>>> = {
  ssl30: 0x0300,
  tls10: 0x0301,
  tls11: 0x0302,
};

/** Years written over the axis. */
export const axisYears: readonly { readonly year: number; readonly left: number }[] = [
  1995, 2005, 2015, 2025,
].map((year) => ({ year, left: place(year) }));

const versions: readonly Omit<TimelineRow, 'bar'>[] = [
  { id: 'ssl10', name: 'SSL 1.0', from: 1994, until: undefined, state: 'never-released', specs: [] },
  { id: 'ssl20', name: 'SSL 2.0', from: 1995, until: 2011, state: 'prohibited', specs: [spec(6176, '')] },
  {
    id: 'ssl30',
    name: 'SSL 3.0',
    from: 1996,
    until: 2015,
    state: 'deprecated',
    specs: [spec(6101, ''), spec(7568, '')],
  },
  {
    id: 'tls10',
    name: 'TLS 1.0',
    from: 1999,
    until: 2021,
    state: 'deprecated',
    specs: [spec(2246, ''), spec(8996, '')],
  },
  {
    id: 'tls11',
    name: 'TLS 1.1',
    from: 2006,
    until: 2021,
    state: 'deprecated',
    specs: [spec(4346, ''), spec(8996, '')],
  },
  { id: 'tls12', name: 'TLS 1.2', from: 2008, until: undefined, state: 'in-use', specs: [spec(5246, '')] },
  {
    id: 'tls13',
    name: 'TLS 1.3',
    from: 2018,
    until: undefined,
    state: 'in-use',
    specs: [spec(8446, ''), { rfc: 9846, section: '' }],
  },
];

export const timeline: readonly TimelineRow[] = versions.map((version) => {
  const end = version.until ?? (version.state === 'in-use' ? axis.to : version.from + 1);
  return { ...version, bar: { left: place(version.from), width: place(end) - place(version.from) } };
});

function place(year: number): number {
  return ((year - axis.from) / (axis.to - axis.from)) * 100;
}
