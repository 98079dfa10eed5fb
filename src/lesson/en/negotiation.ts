/** English: how version, suite and group were chosen. */
import { plural } from '../catalog.ts';

type Side = 'browser' | 'server';

export const negotiation = {
  title: {
    version: 'Version',
    suite: 'Cipher suite',
    group: 'Key exchange group',
  },
  counts: (offered: number, accepted: number, common: number): string =>
    `${plural(offered, 'offer', 'offers')} of the browser, ${accepted} accepted by the server, ${common} in common`,
  rule: {
    'first-of-server': (name: string): string =>
      `The server’s order decides: ${name} is the first in it that the browser offers too.`,
    'first-of-browser': (name: string): string =>
      `The browser’s order decides: ${name} is the first in it that the server accepts too.`,
    'best-of-server': (name: string): string => `${name} is the best version that both sides speak.`,
    'only-one': (name: string): string => `Only ${name} could be used by both, so nobody’s order mattered.`,
    unoffered: (name: string): string =>
      `The server answers with ${name}, which the browser does not offer. The browser stops here.`,
    none: 'Nothing that both sides could use.',
  },
  columns: { name: 'Candidate', browser: 'Browser', server: 'Server', verdict: 'Outcome' },
  order: (side: Side): string => `in the order of the ${side}`,
  place: (place: number | undefined): string => (place === undefined ? '\u2013' : String(place)),
  notThere: 'not there',
  verdict: {
    chosen: 'chosen',
    possible: 'possible, comes later',
    'not-offered': 'not offered by the browser',
    'not-accepted': 'not accepted by the server',
    'other-version': 'belongs to another version',
    'other-key': 'needs another certificate',
  },
};
