/** English: the Lab's frame. Top bar, ladder, player, notices, help, calm pages. */
import { grouped, plural } from '../catalog.ts';

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
    changes: (count: number) => `${plural(count, 'change', 'changes')} to the scenario`,
    /** The name of tls13, which runs first. */
    first: 'TLS 1.3 · everything in order',
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
    /** `of` is left out while a question hides how many there are. */
    step: (number: number, of?: number) => (of === undefined ? `Step ${number}` : `Step ${number} of ${of}`),
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
    position: (number: number, of?: number) =>
      of === undefined ? `Step ${number}` : `Step ${number} of ${of}`,
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
    space: 'Space',
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
    absent: {
      part: 'This part of the page did not arrive.',
      page: 'This page did not arrive',
      body: 'Its files could not be fetched. Other pages that were open before still work.',
      again: 'Try again',
      asking: 'Asking for it',
      layer: 'Not here yet',
      close: 'Close',
      pressed: 'What this needs did not arrive. Press again to ask for it once more.',
    },
    crashed: {
      title: 'Something on this page broke',
      body: 'The address still holds your scenario and step. Reloading brings them back.',
      reload: 'Reload',
      startOver: 'Start with the first scenario',
      details: 'What the program said',
    },
  },
};
