/** English: the Lab's frame. Top bar, ladder, player, notices, help, calm pages. */
import { attackScenarioNames } from './attack-names.ts';
import { grouped, plural } from '../catalog.ts';
import { trustGroupNames, trustScenarioNames } from './trust-scenarios.ts';

/** A fault in a link, as state/link.ts names it. */
interface LinkFault {
  readonly reason:
    | 'no-version'
    | 'newer-version'
    | 'unknown-page'
    | 'unknown-parameter'
    | 'bad-value'
    | 'unreadable';
  readonly parameter: string;
  readonly value: string;
}

const parties = { browser: 'Browser', server: 'Server', eavesdropper: 'Eavesdropper' };

const work = {
  verify_binder: 'check the binder',
  derive_early_keys: 'derive early keys',
  derive_handshake_keys: 'derive handshake keys',
  validate_chain: 'validate chain',
  verify_signature: 'verify signature',
  derive_application_keys: 'derive application keys',
  validate_client_chain: 'validate client chain',
  verify_client_signature: 'verify client signature',
  decrypt_premaster_secret: 'decrypt premaster',
  derive_key_block: 'derive key block',
  negotiate: 'negotiate',
};

const levels = {
  plaintext: 'plaintext',
  early: 'early keys',
  handshake: 'handshake keys',
  application: 'application keys',
};

const under = {
  plaintext: 'in plaintext',
  early: 'under early keys',
  handshake: 'under handshake keys',
  application: 'under application keys',
};

export const lab = {
  product: 'Handshake Lab',
  parties,
  work,
  levels,

  top: {
    navigation: 'Main',
    sections: { lab: 'Lab', suites: 'Suites', trust: 'Trust', learn: 'Learn' },
    views: (section: string) => `Views of ${section}`,
    pages: {
      start: 'Start',
      lab: 'One run',
      compare: 'Compare',
      attack: 'Attack',
      present: 'Present',
      suites: 'Suites',
      trust: 'Paths',
      workshop: 'Workshop',
      check: 'Your chain',
      learn: 'Lessons',
      glossary: 'Glossary',
      guide: 'For trainers',
      about: 'About',
    },
    negotiated: 'Negotiated parameters',
    configure: 'Configure',
    export: 'Export',
    more: 'More',
    share: 'Copy a link to this run',
    shareMore: 'QR code, embed, theme …',
    present: 'Present to a room',
    openWhole: 'Open in Handshake Lab',
    sharePage: 'Copy a link to this page',
  },

  scenario: {
    label: 'Scenario',
    search: 'Find a scenario',
    groups: {
      works: 'Works',
      ...trustGroupNames,
      negotiation: 'Negotiation',
      attacks: 'Mallory on the wire',
    },
    ends: { works: 'works', fails: 'fails' },
    nothing: 'No scenario has that in its name.',
    changes: (count: number) => `${plural(count, 'change', 'changes')} to the scenario`,
    names: {
      tls13: 'TLS 1.3 · everything in order',
      'rsa-certificate': 'TLS 1.3 · RSA certificate',
      'client-certificate': 'Client certificate requested and sent',
      'client-certificate-none': 'Client certificate requested, none sent',
      'hello-retry-request': 'HelloRetryRequest',
      'post-quantum-certificate': 'Post-quantum certificate (ML-DSA)',
      'key-update': 'KeyUpdate',
      resumption: 'Resumption with a ticket',
      'early-data': 'Early data (0-RTT), accepted',
      'early-data-rejected': 'Early data (0-RTT), rejected',
      'external-psk': 'External pre-shared key, no certificate',
      'external-psk-wrong-key': 'External pre-shared key, wrong key',
      'post-handshake-auth': 'Client certificate after the handshake',
      'no-common-suite': 'No common cipher suite',
      tls12: 'TLS 1.2 · everything in order',
      'tls12-rsa-key-exchange': 'TLS 1.2 · RSA key exchange',
      'tls12-client-certificate': 'TLS 1.2 · client certificate',
      'tls12-resumption': 'TLS 1.2 · resumed by ticket',
      'tls12-psk': 'TLS 1.2 · pre-shared key',
      'legacy-client': 'Browser that knows only TLS 1.0',
      'legacy-server': 'Server that knows only TLS 1.0',
      ...trustScenarioNames,
      ...attackScenarioNames,
    },
  },

  ladder: {
    label: 'Message ladder',
    steps: 'Steps of the handshake',
    list: 'Steps',
    unfold: 'Show the whole ladder',
    running: 'not verified yet',
    unrecorded: 'not recorded',
    verified: 'verified',
    failed: 'failed',
    eavesdropper: 'Eavesdropper',
    eve: 'Eve',
    network: 'Network',
    mallory: 'Mallory',
    recording: 'a recording',
    noLock: 'sends what she recorded',
    fates: {
      edited: 'edited',
      truncated: 'cut short',
      dropped: 'dropped',
      duplicated: 'sent twice',
      delayed: 'held back',
      replayed: 'sent again',
      injected: 'Mallory’s own',
      'cut-off': 'cut off',
    },
    reads: (read: number, seen: number) => `reads ${read} of ${seen} so far`,
    eveReads: (read: number, seen: number) => `Eve reads ${read} of ${seen}`,
    readsShort: (read: number, seen: number) => `reads ${read} of ${seen}`,
    bytes: (count: number) => grouped(count),
    unit: 'B',
    added: 'new in this run',
    optional: 'optional',
    never: (exchange: string) => `never with ${exchange}`,
    neverOpened: 'arrived, never opened',
    notSent: 'not sent',
    compatibility: 'ChangeCipherSpec',
    compatibilityNote: (bytes: number) =>
      `Dummy ChangeCipherSpec, ${bytes} bytes: it keeps middleboxes calm and means nothing in TLS 1.3.`,
    all: (count: number) => `All ${count} steps`,
    fewer: 'Fewer steps',
    eveSees: 'Eve sees',
    eveReadsAll: 'every byte of it',
    record: (name: string, bytes: number) => `${name}, ${grouped(bytes)} B`,
    recordTypes: {
      20: 'change_cipher_spec (20)',
      21: 'alert (21)',
      22: 'handshake (22)',
      23: 'application_data (23)',
    },
    notes: {
      keyPairs: 'make key pairs',
      keyPair: (algorithm: string) => `make ${algorithm} pair`,
      noUsableShare: 'no usable share',
      cookie: 'ask for a cookie',
      agree: 'agree on a secret',
      choose: (exchange: string) => `choose ${exchange}`,
      encryptPremaster: 'encrypt premaster',
      signHalf: 'sign own half',
      sendChain: (count: number) =>
        count === 0 ? 'send no certificate' : count === 1 ? 'send 1 certificate' : `send chain of ${count}`,
      sign: 'sign transcript',
      mac: 'MAC transcript',
    },
    connections: { label: 'Connection', places: ['First', 'Second', 'Third'], replayed: 'Sent again' },
    legend: {
      plaintext: 'plaintext',
      early: 'early',
      handshake: 'handshake keys',
      application: 'application keys',
      connection: 'connection keys',
      handshakeMessage: 'handshake, protected',
      local: 'local work',
      failed: 'failed',
      handshakeShort: 'handshake',
      applicationShort: 'application',
    },
  },

  /** "Step 5 of 14, Certificate, server to browser, under handshake keys". */
  announce: {
    step: (number: number, of: number) => `Step ${number} of ${of}`,
    between: (from: 'browser' | 'server', to: 'browser' | 'server') => `${from} to ${to}`,
    under,
    at: (names: readonly ('browser' | 'server')[]) =>
      names.length > 1 ? 'both sides, local work' : `${names[0] ?? 'browser'}, local work`,
    failed: 'failed here',
  },

  player: {
    label: 'Player',
    first: 'First step',
    previous: 'Previous step',
    next: 'Next step',
    last: 'Last step',
    play: 'Play',
    pause: 'Pause',
    speed: 'Speed',
    times: (factor: number) => `${factor}×`,
    scrubber: 'Step',
    position: (number: number, of: number) => `Step ${number} of ${of}`,
    flights: {
      'client-1': 'Flight 1',
      retry: 'Retry',
      server: 'Flight 2 · server',
      'client-2': 'Flight 3',
      'server-2': 'Flight 4',
      application: 'Application',
      alert: 'Alert',
    },
    flightsShort: {
      'client-1': '1',
      retry: 'Retry',
      server: '2 · server',
      'client-2': '3',
      'server-2': '4',
      application: 'Application',
      alert: 'Alert',
    },
    hintStep: 'step',
    hintPlay: 'play',
    hintEve: 'Eve',
    help: 'Keys and help',
  },

  drop: 'Drop a trace, a capture or a key log to open it',

  notices: {
    linkCopied: 'Link copied. It opens this scenario at this step, with new keys.',
    linkFailed: 'The browser did not allow copying. The address bar has the same link.',
    copyFailed: 'The browser did not allow copying.',
  },

  pages: {
    waiting: 'The first handshake is running.',
    insecure: {
      title: 'This address keeps cryptography switched off',
      body: 'Handshake Lab computes with the WebCrypto of your browser. Browsers offer it only to pages that came over https or from this computer.',
      fix: 'Open the page over https, or under http://localhost.',
      address: 'Opened as',
    },
    missing: {
      title: 'This browser lacks what the handshake needs',
      body: 'Handshake Lab leaves the work to the WebCrypto of your browser. These parts are missing:',
      fix: 'A current Chrome, Edge, Firefox or Safari has all of them.',
    },
    update: {
      title: 'A newer version is here',
      body: 'What is on screen stays until you load it; the address keeps scenario and step.',
      now: 'Load it',
      later: 'Later',
    },
    runFailed: {
      title: 'This run broke off',
      body: 'That is a mistake of this page, not of your settings. The last run that worked is still here.',
      bodyFirst: 'That is a mistake of this page, not of your settings.',
      again: 'Run again',
      reset: 'Back to the scenario',
      details: 'What the program said',
    },
    crashed: {
      title: 'Something on this page broke',
      body: 'The address still holds your scenario and step. Reloading brings them back.',
      reload: 'Reload',
      startOver: 'Start with the first scenario',
      details: 'What the program said',
    },
    link: {
      title: 'This link could not be read in full',
      shown: 'You see the first scenario instead. Nothing stored in this browser was changed.',
      shownPage: 'You see the page as it opens by itself. Nothing stored in this browser was changed.',
      newVersion: 'You see the first scenario instead. Reload the page to get its newest version.',
      newVersionPage: 'You see the page as it opens by itself. Reload it to get its newest version.',
      dismiss: 'Dismiss',
      reason: ({ reason, parameter, value }: LinkFault): string => {
        switch (reason) {
          case 'no-version':
            return 'It does not say which version it was written for (v=1).';
          case 'newer-version':
            return `It was written by a newer version of this page (v=${value}).`;
          case 'unknown-page':
            return `This site has no page ${value === '' ? 'of that name' : `“${value}”`}.`;
          case 'unknown-parameter':
            return `It asks for “${parameter}”, which this page does not know.`;
          case 'bad-value':
            return value === ''
              ? `“${parameter}” has no value.`
              : `“${parameter}” cannot be “${shortened(value)}”.`;
          case 'unreadable':
            return `It breaks off in “${parameter}”, as if it had been cut.`;
        }
      },
    },
  },
};

const longestQuote = 60;

function shortened(value: string): string {
  return value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value;
}
