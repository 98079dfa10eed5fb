/** German: how version, suite and group were chosen. */
import { plural } from '../catalog.ts';
import type { negotiation as english } from '../en/negotiation.ts';

export const negotiation: typeof english = {
  title: {
    version: 'Version',
    suite: 'Cipher Suite',
    group: 'Gruppe des Schlüsselaustauschs',
  },
  counts: (offered, accepted, common) =>
    `${plural(offered, 'Angebot', 'Angebote')} des Browsers, ${accepted} vom Server akzeptiert, ${common} gemeinsam`,
  rule: {
    'first-of-server': (name) =>
      `Die Reihenfolge des Servers entscheidet: ${name} steht darin als Erstes, was auch der Browser anbietet.`,
    'first-of-browser': (name) =>
      `Die Reihenfolge des Browsers entscheidet: ${name} steht darin als Erstes, was auch der Server akzeptiert.`,
    'best-of-server': (name) => `${name} ist die beste Version, die beide Seiten sprechen.`,
    'only-one': (name) => `Nur ${name} kam für beide infrage, also war keine Reihenfolge von Bedeutung.`,
    unoffered: (name) =>
      `Der Server antwortet mit ${name}, was der Browser nicht anbietet. Der Browser bricht hier ab.`,
    none: 'Nichts, was beide Seiten verwenden könnten.',
  },
  columns: { name: 'Kandidat', browser: 'Browser', server: 'Server', verdict: 'Ergebnis' },
  order: (side) => `in der Reihenfolge des ${side === 'browser' ? 'Browsers' : 'Servers'}`,
  place: (place) => (place === undefined ? '\u2013' : String(place)),
  notThere: 'nicht dabei',
  verdict: {
    chosen: 'gewählt',
    possible: 'möglich, kommt später',
    'not-offered': 'vom Browser nicht angeboten',
    'not-accepted': 'vom Server nicht akzeptiert',
    'other-version': 'gehört zu einer anderen Version',
    'other-key': 'braucht ein anderes Zertifikat',
  },
};
