/** English: the Suites page. */

export const suites = {
  title: 'Cipher suites',

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
