/** English: the Suites page. */
import { grouped } from '../catalog.ts';

const hashNames = {
  MD5: 'MD5',
  SHA: 'SHA-1',
  SHA256: 'SHA-256',
  SHA384: 'SHA-384',
  SHA512: 'SHA-512',
  SM3: 'SM3',
  ASCONHASH256: 'Ascon-Hash256',
  GOST: 'its own MAC',
  NULL: 'no hash',
};

type HashName = keyof typeof hashNames;

export const suites = {
  title: 'Cipher suites',

  versions: {
    /** From and to, as wire values. */
    name: (from: number, to: number): string =>
      from === to
        ? versionNumber(to)
        : from < 0x0301
          ? `to ${versionNumber(to)}`
          : `${versionNumber(from)}–${versionNumber(to)}`,
  },

  find: {
    label: 'Find a suite',
    placeholder: 'Name or code',
    clear: 'Clear all filters',
  },
  shown: (shown: number, all: number): string =>
    shown === all
      ? `All ${grouped(all)} entries of the registry: 354 suites and 2 signalling values.`
      : `${grouped(shown)} of ${grouped(all)}`,
  none: 'No suite of the registry is all of that.',
  filters: {
    title: 'Filters',
    open: (count: number): string => (count === 0 ? 'Filters' : `Filters (${count})`),
    close: 'Close',
  },

  facets: {
    version: { title: 'Version', values: { tls13: 'TLS 1.3', tls12: 'TLS 1.2', older: 'TLS 1.0, 1.1' } },
    exchange: {
      title: 'Key exchange',
      values: {
        ECDHE: 'ECDHE',
        DHE: 'DHE',
        RSA: 'RSA',
        DH: 'DH, static',
        ECDH: 'ECDH, static',
        anon: 'anonymous',
        PSK: 'PSK',
        DHE_PSK: 'DHE_PSK',
        ECDHE_PSK: 'ECDHE_PSK',
        RSA_PSK: 'RSA_PSK',
        other: 'others',
        any: 'any (TLS 1.3)',
      },
    },
    authentication: {
      title: 'Authentication',
      values: {
        RSA: 'RSA',
        ECDSA: 'ECDSA, EdDSA',
        DSS: 'DSS (DSA)',
        PSK: 'PSK',
        none: 'none',
        other: 'others',
        any: 'any (TLS 1.3)',
      },
    },
    cipher: {
      title: 'Cipher',
      values: {
        AES: 'AES',
        CHACHA20: 'ChaCha20',
        CAMELLIA: 'Camellia',
        ARIA: 'ARIA',
        '3DES': '3DES',
        RC4: 'RC4',
        NULL: 'none (NULL)',
        other: 'others',
      },
    },
    hash: {
      title: 'Hash',
      values: { SHA256: 'SHA-256', SHA384: 'SHA-384', SHA: 'SHA-1', MD5: 'MD5', other: 'others' },
    },
    status: {
      title: 'Status',
      values: { recommended: 'recommended', special: 'special use', legacy: 'legacy', broken: 'broken' },
    },
    property: {
      title: 'Properties, all of',
      values: { secrecy: 'forward secrecy', aead: 'AEAD', runs: 'runs here' },
    },
    source: {
      title: 'Defined by the base RFC',
      values: { rfc5246: 'RFC 5246 (TLS 1.2)', rfc8446: 'RFC 8446 (TLS 1.3)' },
    },
  },

  table: {
    label: 'Cipher suites',
    code: 'Code',
    name: 'Name',
    version: 'TLS',
    secrecy: ['Forward', 'secrecy'],
    aead: 'AEAD',
    recommended: ['IANA', 'recommended'],
    status: 'Status',
    note: 'Note',
    run: 'Run',
    yes: 'yes',
    no: 'no',
    runSuite: (name: string): string => `Run ${name} in the Lab`,
    whySuite: (name: string): string => `Why ${name} does not run here`,
  },
  status: {
    recommended: 'recommended',
    special: 'special use',
    legacy: 'legacy',
    broken: 'broken',
    signal: 'no suite',
  },

  anatomy: {
    title: 'Anatomy of a suite',
    letters: 'Letters of the name',
    openssl: (name: string): string => `OpenSSL: ${name}`,
    tls: (versions: string): string => `TLS ${versions}`,
    secrecy: { yes: 'forward secrecy', no: 'no forward secrecy' },
    aead: { yes: 'AEAD', no: 'no AEAD' },
    iana: { yes: 'IANA recommended', no: 'not IANA recommended', discouraged: 'IANA: discouraged' },
    unknown: 'No suite has this code.',
    run: 'Run it in the Lab',

    protocol: {
      title: 'Protocol',
      text: (from: number, to: number): string =>
        from >= 0x0304
          ? 'A name of TLS 1.3: cipher and hash only. It cannot be used with any older version.'
          : from === to
            ? `The naming of TLS 1.0 to 1.2. This one needs TLS ${versionNumber(from)}.`
            : `The same naming in TLS 1.0 to 1.2. The suite does not fix the version: it may run in ${versionNumber(from)} to ${versionNumber(to)}.`,
    },
    exchange: {
      title: 'Key exchange',
      both: 'Key exchange and authentication',
      text: {
        ECDHE: 'Ephemeral elliptic-curve Diffie-Hellman. New keys for each connection: forward secrecy.',
        DHE: 'Ephemeral Diffie-Hellman modulo a prime. New keys for each connection: forward secrecy.',
        RSA: 'The browser encrypts a premaster secret with the RSA key of the certificate; being able to decrypt it is the server’s proof. Once stolen, that key opens every recording.',
        DH: 'Static Diffie-Hellman: the server’s share is the key in its certificate, the same for years. No forward secrecy.',
        ECDH: 'Static elliptic-curve Diffie-Hellman: the server’s share is the key in its certificate. No forward secrecy.',
        DH_anon:
          'Diffie-Hellman with fresh keys that nobody signs. Safe from an eavesdropper, open to whoever stands in the middle.',
        ECDH_anon:
          'Elliptic-curve Diffie-Hellman with fresh keys that nobody signs. Safe from an eavesdropper, open to whoever stands in the middle.',
        PSK: 'Both sides have the same key already. All session keys come from it, and knowing it is the proof. No forward secrecy.',
        DHE_PSK:
          'Ephemeral Diffie-Hellman mixed with a key that both sides have already: forward secrecy without certificates.',
        ECDHE_PSK:
          'Ephemeral elliptic-curve Diffie-Hellman mixed with a key that both sides have already: forward secrecy without certificates.',
        RSA_PSK:
          'A premaster secret encrypted with the RSA key of a certificate, mixed with a key that both sides have already. No forward secrecy.',
        KRB5: 'A Kerberos ticket carries the premaster secret and proves both sides.',
        SRP: 'Secure Remote Password: both sides prove that they know a password without showing it.',
        ECCPWD: 'A password-based exchange on an elliptic curve (Dragonfly).',
        GOST: 'Russian key transport and signatures, GOST R 34.10-2012.',
        NULL: 'None. This is how every connection starts, before its first keys; it must never be agreed on.',
      },
    },
    authentication: {
      title: 'Authentication',
      text: {
        RSA: 'The certificate holds an RSA key. It signs ServerKeyExchange, so that the share in it cannot be swapped.',
        ECDSA:
          'The certificate holds an elliptic-curve key, for ECDSA or EdDSA. It signs ServerKeyExchange, so that the share in it cannot be swapped.',
        DSS: 'The certificate holds a DSA key. It signs ServerKeyExchange. Browsers no longer take such certificates.',
        PSK: 'Knowing the shared key is the proof. No certificate is sent.',
        anon: 'Nobody proves anything: no certificate, no signature.',
        KRB5: 'The Kerberos ticket is the proof.',
        SRP: 'Knowing the password is the proof.',
        ECCPWD: 'Knowing the password is the proof.',
        GOST: 'A certificate with a GOST key.',
        NULL: 'None.',
      },
      /** Static Diffie-Hellman: nothing is signed in the handshake. */
      fixed: (algorithm: string): string =>
        `Signed with ${algorithm}: the certificate, by its issuer. In the handshake nothing is signed; having the private half of the fixed share is the proof.`,
      rsaPsk: 'Two proofs: an RSA certificate whose key decrypts, and a key that both sides have already.',
      turned: 'Ephemeral Diffie-Hellman. RFC 6655 writes these two names the other way round.',
    },
    export: {
      title: 'Export',
      text: (bits: number): string =>
        `Weakened on purpose to ${bits} bits, because the United States allowed no stronger export before 2000.`,
    },
    cipher: {
      title: 'Bulk cipher',
      text: (cipher: string, bits: number, tls13: boolean): string =>
        `${cipher} with a ${bits}-bit key encrypts every record after ${tls13 ? 'the hellos' : 'ChangeCipherSpec'}.`,
      none: 'No encryption: whoever listens reads everything. Records are only protected against changes.',
      names: {
        AES: 'AES',
        CHACHA20: 'ChaCha20',
        CAMELLIA: 'Camellia',
        ARIA: 'ARIA',
        '3DES': 'DES applied three times',
        RC4: 'The stream cipher RC4',
        NULL: '',
        DES: 'DES',
        RC2: 'RC2',
        IDEA: 'IDEA',
        SEED: 'SEED, from Korea,',
        SM4: 'SM4, from China,',
        AEGIS: 'AEGIS',
        ASCON: 'Ascon, made for small devices,',
        KUZNYECHIK: 'Kuznyechik, from Russia,',
        MAGMA: 'Magma, from Russia,',
        GOST28147: 'GOST 28147-89',
      },
    },
    mode: {
      title: 'Mode',
      text: {
        CBC: (tag: number): string =>
          `Cipher block chaining: each block is mixed with the one before. It does not notice changes, so a MAC of ${tag} bytes is added.`,
        GCM: (tag: number): string =>
          `Galois/Counter Mode: encrypts and authenticates at once (AEAD). Each record ends in a tag of ${tag} bytes.`,
        CCM: (tag: number): string =>
          `Counter with CBC-MAC: encrypts and authenticates with one cipher (AEAD), made for small devices. Tag of ${tag} bytes.`,
        CCM_8: (tag: number): string =>
          `CCM with the tag cut to ${tag} bytes, to save room on radio links. AEAD.`,
        POLY1305: (tag: number): string =>
          `Poly1305 authenticates what ChaCha20 encrypts; together they are an AEAD. Tag of ${tag} bytes.`,
        stream: (): string => '',
        CTR_OMAC: (): string => 'Counter mode, authenticated by an OMAC.',
        CNT_IMIT: (): string => 'Counter mode with the GOST MAC.',
        MGM: (): string => 'Multilinear Galois Mode, an AEAD that changes its key as it goes.',
        own: (): string => '',
        none: (): string => '',
      },
    },
    hash: {
      title: 'Hash',
      text: {
        prf: (hash: HashName): string =>
          `${hashNames[hash]} drives the PRF, which derives all keys, and Finished. Often taken for the record MAC; with an AEAD there is none.`,
        'mac-and-prf': (hash: HashName, tag: number): string =>
          `HMAC-${hashNames[hash]} adds ${tag} bytes to every record, and the same hash drives the PRF and Finished.`,
        mac: (hash: HashName, tag: number): string =>
          `HMAC-${hashNames[hash]} adds ${tag} bytes to every record. PRF and Finished do not use it: in TLS 1.2 they use SHA-256.`,
        hkdf: (hash: HashName): string =>
          `${hashNames[hash]} drives HKDF, the transcript hash and Finished. It touches no record: the AEAD tag protects those.`,
      },
      null: 'No hash either: nothing would be noticed.',
    },
    signal: {
      title: 'Signalling value',
      text: {
        EMPTY_RENEGOTIATION_INFO_SCSV:
          'No suite. A client that may not send extensions says with it that it knows secure renegotiation (RFC 5746).',
        FALLBACK_SCSV:
          'No suite. A client that tries again with an older version says so; a server that could do better answers inappropriate_fallback (RFC 7507).',
      },
    },
    silent13:
      'TLS 1.3 takes key exchange and authentication out of the name: supported_groups and key_share agree on the one, signature_algorithms on the other.',
    silentHash: 'No hash in the name: the CCM suites of RFC 6655 drive their PRF with SHA-256.',
  },

  weaknesses: {
    title: 'Known weaknesses',
    none: 'No weakness of its design is known.',
    text: {
      'no-encryption': {
        title: 'No encryption',
        note: 'no encryption',
        text: 'The eavesdropper reads everything, in the Lab as on any wire.',
      },
      'integrity-only': {
        title: 'No encryption',
        note: 'no encryption',
        text: 'Made for sensors that need no secrecy. Changes are noticed, reading is open to all.',
      },
      anonymous: {
        title: 'No authentication',
        note: 'anonymous',
        text: 'Whoever stands in the middle can be the server to the browser and the browser to the server.',
      },
      export: {
        title: 'Export-grade keys',
        note: '40-bit keys',
        text: 'A key of 40 bits is found by trying in less than a day on one machine.',
      },
      freak: {
        title: 'FREAK',
        note: 'FREAK',
        text: 'A server that still had export suites could be made to use a 512-bit RSA key, and clients took it.',
      },
      logjam: {
        title: 'Logjam',
        note: 'Logjam',
        text: 'The middle asks for the export group of 512 bits, whose discrete logarithms are computed ahead.',
      },
      rc4: {
        title: 'RC4 biases',
        note: 'RC4 is forbidden',
        text: 'Its key stream is not even: the same plain text sent often enough shows through. RFC 7465 forbids it.',
      },
      sweet32: {
        title: 'Sweet32',
        note: 'Sweet32',
        text: 'Blocks of 64 bits repeat after about 32 GB under one key, and each repetition leaks the XOR of two plain texts.',
      },
      des: {
        title: 'DES Cracker',
        note: '56-bit key',
        text: 'A machine found a DES key in 56 hours; today an hour of rented hardware does.',
      },
      'no-forward-secrecy': {
        title: 'No forward secrecy',
        note: 'no forward secrecy',
        text: 'One long-lived key opens every connection ever recorded.',
      },
      robot: {
        title: 'Bleichenbacher, ROBOT',
        note: 'ROBOT',
        text: 'A server that shows whether the padding of the encrypted premaster secret was right becomes an oracle that decrypts. Found in 1998, found again in many servers in 2017.',
      },
      raccoon: {
        title: 'Raccoon',
        note: 'Raccoon',
        text: 'Leading zeros of the shared secret are cut off, and the time that saves tells something about it if the share is used again.',
      },
      'static-ecdh': {
        title: 'Invalid curve',
        note: 'static share',
        text: 'A server that does not check the point it is sent gives its fixed private key away piece by piece.',
      },
      lucky13: {
        title: 'Lucky 13',
        note: 'Lucky 13',
        text: 'MAC first, then padding, then encryption: the time for checking shows how long the padding was. Encrypt-then-MAC (RFC 7366) cures it.',
      },
      beast: {
        title: 'BEAST',
        note: 'BEAST',
        text: 'In TLS 1.0 only: the last block of a record is the next initialisation vector, so it is known beforehand.',
      },
      'weak-group': {
        title: 'Logjam',
        note: 'group may be weak',
        text: 'The server picks the prime and the browser cannot judge it; 1 024 bits are within reach of states. RFC 7919 names good groups.',
      },
      dss: {
        title: 'DSA with SHA-1',
        note: 'DSS is gone',
        text: 'Its signatures in TLS 1.2 use SHA-1 by default, which RFC 9155 deprecates; a repeated random number gives the key away.',
      },
      md5: {
        title: 'MD5',
        note: 'MD5',
        text: 'Collisions take seconds. As HMAC it still holds, but no new design may use it (RFC 6151).',
      },
      'psk-guessing': {
        title: 'Guessing',
        note: 'guessable if the key is short',
        text: 'If the shared key is a password, who records one handshake tries all words at home.',
      },
      'short-tag': {
        title: 'Short tag',
        note: '8-byte tag',
        text: 'One forged record in 2⁶⁴ passes. Enough for small devices, which is what it is meant for.',
      },
    },
  },

  whyNot: {
    title: 'Why it does not run here',
    text: {
      'initial-state':
        'Because it must not be negotiated. It is the state of every connection before its first keys: each ClientHello in the Lab travels under it.',
      signal: 'There is nothing to run: it is a message, not a suite.',
      export:
        'Export suites need temporary 512-bit keys, which this laboratory does not make. They belong to TLS 1.0.',
      kerberos: 'It needs a Kerberos server that hands out tickets.',
      srp: 'It needs an account with a password at the server, and no browser ever had it.',
      password:
        'It needs a password both sides know, by the Dragonfly exchange, which this laboratory does not have.',
      gost: 'It needs the Russian algorithms, for which no kept library was found.',
      'old-cipher': 'Its cipher was taken out of TLS before 1.2, and no kept library has it.',
      'national-cipher': 'It needs a national cipher for which no kept library was found.',
      'new-cipher': 'It is newer than the libraries this laboratory stands on.',
      'integrity-only': 'This engine’s TLS 1.3 always encrypts.',
      'not-here': 'This laboratory does not have all of its parts.',
    },
  },

  timeline: {
    title: 'Thirty years of TLS',
    axis: (year: number) => `’${String(year).slice(2)}`,
    more: (name: string) => `What happened to ${name}`,
    state: {
      'never-released': (from: number) => `${from}, never released`,
      prohibited: (from: number, until: number | undefined) => `${from}, prohibited ${until ?? ''}`,
      deprecated: (from: number, until: number | undefined) => `${from}, deprecated ${until ?? ''}`,
      'in-use': (from: number) => `${from}, in use`,
    },
    runs: {
      run: (name: string): string => `Run ${name}`,
      client: (name: string): string => `Run a client with only ${name}`,
      server: (name: string): string => `Run a server with only ${name}`,
    },
    believed: 'Often said',
    facts: {
      ssl10: {
        fact: 'Netscape wrote it in 1994 for its browser and never released it: its flaws were found first. No client or server ever spoke it in public.',
      },
      ssl20: {
        fact: 'The first version that left the house, in February 1995. Nothing protects its handshake, so whoever stands in the middle can choose the weakest cipher. RFC 6176 prohibits it since 2011: not even its ClientHello may be sent.',
      },
      ssl30: {
        fact: 'A new protocol, published by Netscape in 1996, and the last one called SSL. In the same year Netscape handed the work to the IETF. POODLE (2014) reads its CBC records byte by byte; RFC 7568 forbids it since June 2015.',
      },
      tls10: {
        fact: 'The IETF’s first version, January 1999: SSL 3.0 with small changes and a new name. RFC 8996 deprecates it for everyone since March 2021.',
        believed: 'PCI DSS ended TLS 1.0.',
        correction:
          'PCI DSS made those who handle payment cards leave it by 30 June 2018. It binds nobody else; the standard that ends TLS 1.0 is RFC 8996.',
      },
      tls11: {
        fact: 'April 2006: an explicit initialisation vector for every CBC record, against the attack later named BEAST. RFC 8996 deprecates it together with 1.0.',
        believed: 'TLS 1.1 is weak because SHA-1 signs its certificates.',
        correction:
          'The certificate may be signed with anything. It is the protocol itself that rests on MD5 and SHA-1 together: its handshake signatures and its key derivation (PRF) use both, and neither can be exchanged.',
      },
      tls12: {
        fact: 'August 2008: the hash is negotiated, AEAD ciphers arrive. The document is obsolete since RFC 8446 took its place in 2018, and RFC 9846 after it; the protocol is not. It remains in wide use, and safe with forward-secret AEAD suites and the extended main secret.',
      },
      tls13: {
        fact: 'RFC 8446, August 2018: one round trip less, everything after the ServerHello encrypted, no RSA key exchange, no CBC. RFC 9846 replaces that document since July 2026. It is the same protocol with the same version number 0x0304; a few terms are new, such as main secret for master secret.',
        believed: 'TLS stands for Transport Layer Socket.',
        correction:
          'It is Transport Layer Security. “Socket” comes from SSL, the Secure Sockets Layer, and is the one word that did not survive the move to the IETF.',
      },
    },
    note: 'A bar runs from publication to the RFC that forbids the version.',
  },
};

function versionNumber(version: number): string {
  return version === 0x0300 ? 'SSL 3.0' : `1.${version - 0x0301}`;
}
