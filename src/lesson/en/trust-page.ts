/** English: the Trust page. */
import { grouped, plural } from '../catalog.ts';
import { date } from './grammar.ts';

export const trustPage = {
  title: 'Trust: paths',
  whose: 'Whose chain',
  chains: { server: 'The server’s', client: 'The browser’s' },
  verdicts: {
    trusted: (name: string) => `${name} is trusted`,
    rejected: (name: string) => `${name} is not trusted`,
  },
  by: { browser: 'judged by the browser', server: 'judged by the server' },
  now: (clock: number) => `now ${date(clock)}`,
  openInLab: 'See the handshake',
  waiting: 'The handshake runs.',
  noChain: 'This run ended before a chain was judged.',
  noClientChain:
    'No certificate of the browser was judged in this run: the server must ask, and the browser must have one.',

  sent: {
    title: 'What the server sent',
    titleClient: 'What the browser sent',
    list: 'Certificate message, in order',
    hint: 'Drag to reorder; × takes one out.',
    items: {
      leaf: 'Leaf',
      'sub-ca': 'Branch CA',
      intermediate: 'Intermediate',
      'cross-sign': 'Cross-signed root',
      root: 'Root',
      unrelated: 'An unrelated CA',
    },
    by: (issuer: string) => `by ${issuer}`,
    itself: 'itself',
    empty: 'Nothing is sent. The message must have the leaf first.',
    gap: 'Nothing. The issuing CA’s certificate belongs here.',
  },

  sources: {
    title: 'Three ways to an intermediate',
    note: 'Each of them alone completes this path.',
    send: 'The server sends it',
    sendNote: 'the only one the server decides',
    cache: 'A cache has it',
    cacheNote: 'from an earlier visit to another site',
    aia: 'The browser fetches it',
    aiaNote: 'from the address in the leaf (AIA)',
    repository: 'That address answers',
    repositoryNote: (url: string) => `${url}, modelled in this page: nothing is requested`,
  },

  faults: {
    title: 'What is wrong with the certificates',
    none: 'nothing',
    count: (count: number) => plural(count, 'fault', 'faults'),
    leaf: 'In the leaf',
    authorities: 'Above it',
    dates: 'Leaf valid',
    periods: { good: 'now', expired: 'ended last week', 'not-yet': 'from next week', long: 'for 5 years' },
    hostName: 'Names in the leaf',
    hosts: { right: 'right', other: 'another host’s' },
    names: {
      'self-signed': 'self-signed',
      'no-san': 'common name only',
      sha1: 'SHA-1 signature',
      'weak-key': 'RSA 1024',
      tampered: 'signature tampered with',
      impostor: 'impostor’s signature',
      'other-issuer-name': 'issuer name nobody has',
      'other-key-id': 'key identifier of another key',
      'critical-extension': 'unknown critical extension',
      'leaf-is-ca': 'cA TRUE',
      'client-purpose': 'for clients only',
      'no-signing': 'key may not sign',
      'other-key': 'server has another key',
      'must-staple': 'must-staple, no staple sent',
      revoked: 'revoked',
      'intermediate-expired': 'intermediate expired',
      'intermediate-not-ca': 'intermediate is no CA',
      'intermediate-no-constraints': 'intermediate without basic constraints',
      'intermediate-no-cert-sign': 'intermediate without keyCertSign',
      'intermediate-tampered': 'intermediate tampered with',
      'path-length': 'path length exceeded',
      'name-constraints': 'name constraints exclude the host',
      'root-expired': 'root expired',
      'cross-sign-expired': 'cross-signature expired',
      'old-root-expired': 'old root expired',
    },
    sct: 'No certificate here carries signed certificate timestamps (SCT): the roots are invented, so no public log would take them. Browsers ask for them under public roots only.',
  },

  graph: {
    title: 'Path building',
    subtitle: (ways: number) => `${plural(ways, 'way was', 'ways were')} tried, from the leaf upwards`,
    again: 'Show the search again',
    label: 'Certificates and the paths between them',
    from: {
      sent: (index: number) => `sent [${index}]`,
      store: () => 'root, in the store',
      cache: () => 'in a cache',
      fetched: () => 'fetched by AIA',
      nowhere: () => 'nobody has it',
    },
    cross: 'cross-signed',
    aside: 'not used',
    missing: 'missing',
    rows: { key: 'Key id', wanted: 'Issuer id', until: 'Valid to' },
    date,
    by: (issuer: string) => `by ${issuer}`,
    twins: 'same name, same key, two issuers',
    dotted: 'dotted',
    path: (letter: string) => `Path ${letter}`,
    accepted: (count: number) =>
      `accepted: ${plural(count, 'certificate', 'certificates')}, anchor in the store`,
    dropped: 'dropped',
    more: (count: number) => `${plural(count, 'more way', 'more ways')} in the list below`,
    budget: (signatures: number, budget: number, steps: number, stepBudget: number) =>
      `signatures checked ${signatures} of ${budget}, issuers looked at ${steps} of ${stepBudget}`,
  },

  store: {
    title: 'Browser root store',
    titleClient: 'Authorities the server accepts',
    subtitle: 'invented roots, switch them to see what breaks',
    subtitleClient: 'only these may vouch for a person',
    on: (on: number, of: number) => `${on} of ${of} on`,
    compromise: (name: string) => `Mark ${name} compromised`,
    compromised: 'compromised',
    restore: (name: string) => `${name} is compromised; trust its key again`,
    addOwn: 'Add your own root',
    ownAdded: 'Workbench Root CA is in the store now, as an administrator would put it there.',
    removeOwn: 'Take it out',
    presets: 'Client’s root store',
    devices: { old: 'Old device', modern: 'Modern device', both: 'Both roots' },
    deviceNote:
      'RFC 5280 takes the anchor as given and asks nothing of its dates (§6.1.1). That is why Java, and old Android, kept working. OpenSSL 1.0.2 failed even with both roots (reported, not measured).',
    storeTable: 'The same certificates, three root stores',
    thisRun: 'this run',
    client: 'Client',
  },

  revocation: {
    title: 'Revocation',
    label: 'The browser',
    modes: { off: 'does not ask', 'soft-fail': 'lets silence pass', 'hard-fail': 'insists on an answer' },
    lists: (count: number): string =>
      count === 0
        ? 'The issuer has published no list: nobody says anything about this certificate.'
        : 'The issuer’s revocation list is at hand, real DER with one entry. Nothing is fetched.',
    asks: 'The browser asks for a staple',
    staple: 'The server staples',
    staples: { none: 'nothing', good: 'good', revoked: 'revoked', stale: 'a stale answer' },
    stapled: (bytes: number) =>
      bytes === 0
        ? 'No OCSP answer came with the handshake.'
        : `An OCSP answer of ${grouped(bytes)} bytes came with the handshake.`,
  },

  client: {
    version: 'Version',
    asks: 'The server',
    auths: { none: 'does not ask', request: 'asks', require: 'insists' },
    has: 'The browser has',
    alertTitle: 'What goes over the wire',
    none: 'The browser sends an empty list, and the server lets that pass.',
    accepted: 'The server knows now who is there, and has encrypted nothing with that certificate.',
    says: 'What clients show when they get this alert',
    seen: {
      measured: 'measured',
      text: 'text of the alert in OpenSSL’s table, not measured',
    },
    blames: 'curl in TLS 1.2 exits with 60 here and wrongly blames the server’s certificate (measured).',
    lead: {
      none: 'The server does not ask. Without a certificate of its own it could not: an anonymous server must not ask (RFC 5246 §7.4.4).',
      request: 'The server asks with CertificateRequest and goes on without an answer.',
      require: 'The server asks with CertificateRequest and goes on only with a certificate it accepts.',
    },
  },
};
