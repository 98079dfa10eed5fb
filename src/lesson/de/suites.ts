/** German: the Suites page. */
import { grouped } from '../catalog.ts';
import type { suites as english } from '../en/suites.ts';

const hashNames = {
  MD5: 'MD5',
  SHA: 'SHA-1',
  SHA256: 'SHA-256',
  SHA384: 'SHA-384',
  SHA512: 'SHA-512',
  SM3: 'SM3',
  ASCONHASH256: 'Ascon-Hash256',
  GOST: 'ein eigener MAC',
  NULL: 'kein Hash',
};

export const suites: typeof english = {
  title: 'Cipher Suites',

  versions: {
    name: (from, to) =>
      from === to
        ? versionNumber(to)
        : from < 0x0301
          ? `bis ${versionNumber(to)}`
          : `${versionNumber(from)}–${versionNumber(to)}`,
  },

  find: {
    label: 'Suite suchen',
    placeholder: 'Name oder Code',
    clear: 'Alle Filter löschen',
  },
  shown: (shown, all) =>
    shown === all
      ? `Alle ${grouped(all)} Einträge des Registers: 354 Suites und 2 Signalwerte.`
      : `${grouped(shown)} von ${grouped(all)}`,
  none: 'Keine Suite des Registers ist all das.',
  filters: {
    title: 'Filter',
    open: (count) => (count === 0 ? 'Filter' : `Filter (${count})`),
    close: 'Schließen',
  },

  facets: {
    version: { title: 'Version', values: { tls13: 'TLS 1.3', tls12: 'TLS 1.2', older: 'TLS 1.0, 1.1' } },
    exchange: {
      title: 'Schlüsselaustausch',
      values: {
        ECDHE: 'ECDHE',
        DHE: 'DHE',
        RSA: 'RSA',
        DH: 'DH, statisch',
        ECDH: 'ECDH, statisch',
        anon: 'anonym',
        PSK: 'PSK',
        DHE_PSK: 'DHE_PSK',
        ECDHE_PSK: 'ECDHE_PSK',
        RSA_PSK: 'RSA_PSK',
        other: 'andere',
        any: 'beliebig (TLS 1.3)',
      },
    },
    authentication: {
      title: 'Authentisierung',
      values: {
        RSA: 'RSA',
        ECDSA: 'ECDSA, EdDSA',
        DSS: 'DSS (DSA)',
        PSK: 'PSK',
        none: 'keine',
        other: 'andere',
        any: 'beliebig (TLS 1.3)',
      },
    },
    cipher: {
      title: 'Chiffre',
      values: {
        AES: 'AES',
        CHACHA20: 'ChaCha20',
        CAMELLIA: 'Camellia',
        ARIA: 'ARIA',
        '3DES': '3DES',
        RC4: 'RC4',
        NULL: 'keine (NULL)',
        other: 'andere',
      },
    },
    hash: {
      title: 'Hash',
      values: { SHA256: 'SHA-256', SHA384: 'SHA-384', SHA: 'SHA-1', MD5: 'MD5', other: 'andere' },
    },
    status: {
      title: 'Status',
      values: {
        recommended: 'empfohlen',
        special: 'Sonderzweck',
        legacy: 'veraltet',
        broken: 'gebrochen',
      },
    },
    property: {
      title: 'Eigenschaften, alle von',
      values: { secrecy: 'Forward Secrecy', aead: 'AEAD', runs: 'läuft hier' },
    },
    source: {
      title: 'Definiert im Basis-RFC',
      values: { rfc5246: 'RFC 5246 (TLS 1.2)', rfc8446: 'RFC 8446 (TLS 1.3)' },
    },
  },

  table: {
    label: 'Cipher Suites',
    code: 'Code',
    name: 'Name',
    version: 'TLS',
    secrecy: ['Forward', 'Secrecy'],
    aead: 'AEAD',
    recommended: ['IANA-', 'Empfehlung'],
    status: 'Status',
    note: 'Hinweis',
    run: 'Start',
    yes: 'ja',
    no: 'nein',
    runSuite: (name) => `${name} im Labor ausführen`,
    whySuite: (name) => `Warum ${name} hier nicht läuft`,
  },
  status: {
    recommended: 'empfohlen',
    special: 'Sonderzweck',
    legacy: 'veraltet',
    broken: 'gebrochen',
    signal: 'keine Suite',
  },

  anatomy: {
    title: 'Anatomie einer Suite',
    letters: 'Buchstaben des Namens',
    openssl: (name) => `OpenSSL: ${name}`,
    tls: (versions) => `TLS ${versions}`,
    secrecy: { yes: 'Forward Secrecy', no: 'keine Forward Secrecy' },
    aead: { yes: 'AEAD', no: 'kein AEAD' },
    iana: {
      yes: 'von der IANA empfohlen',
      no: 'von der IANA nicht empfohlen',
      discouraged: 'IANA: wird abgeraten',
    },
    unknown: 'Keine Suite hat diesen Code.',
    run: 'Im Labor ausführen',

    protocol: {
      title: 'Protokoll',
      text: (from, to) =>
        from >= 0x0304
          ? 'Ein Name von TLS 1.3: nur Chiffre und Hash. In keiner älteren Version ist er zu gebrauchen.'
          : from === to
            ? `Die Benennung von TLS 1.0 bis 1.2. Diese Suite braucht TLS ${versionNumber(from)}.`
            : `Dieselbe Benennung in TLS 1.0 bis 1.2. Die Suite legt die Version nicht fest: Sie kann in ${versionNumber(from)} bis ${versionNumber(to)} laufen.`,
    },
    exchange: {
      title: 'Schlüsselaustausch',
      both: 'Schlüsselaustausch und Authentisierung',
      text: {
        ECDHE:
          'Diffie-Hellman auf elliptischen Kurven mit flüchtigen Schlüsseln. Neue Schlüssel für jede Verbindung: Forward Secrecy.',
        DHE: 'Diffie-Hellman modulo einer Primzahl mit flüchtigen Schlüsseln. Neue Schlüssel für jede Verbindung: Forward Secrecy.',
        RSA: 'Der Browser verschlüsselt ein Premaster Secret mit dem RSA-Schlüssel des Zertifikats; es entschlüsseln zu können ist der Nachweis des Servers. Einmal gestohlen, öffnet dieser Schlüssel jeden Mitschnitt.',
        DH: 'Statisches Diffie-Hellman: Der Share des Servers ist der Schlüssel in seinem Zertifikat, über Jahre derselbe. Keine Forward Secrecy.',
        ECDH: 'Statisches Diffie-Hellman auf elliptischen Kurven: Der Share des Servers ist der Schlüssel in seinem Zertifikat. Keine Forward Secrecy.',
        DH_anon:
          'Diffie-Hellman mit frischen Schlüsseln, die niemand signiert. Schützt vor Mitlesenden, nicht vor dem, der in der Mitte steht.',
        ECDH_anon:
          'Diffie-Hellman auf elliptischen Kurven mit frischen Schlüsseln, die niemand signiert. Schützt vor Mitlesenden, nicht vor dem, der in der Mitte steht.',
        PSK: 'Beide Seiten haben denselben Schlüssel schon. Alle Schlüssel der Verbindung kommen von ihm, und ihn zu kennen ist der Nachweis. Keine Forward Secrecy.',
        DHE_PSK:
          'Flüchtiges Diffie-Hellman, gemischt mit einem Schlüssel, den beide Seiten schon haben: Forward Secrecy ohne Zertifikate.',
        ECDHE_PSK:
          'Flüchtiges Diffie-Hellman auf elliptischen Kurven, gemischt mit einem Schlüssel, den beide Seiten schon haben: Forward Secrecy ohne Zertifikate.',
        RSA_PSK:
          'Ein Premaster Secret, verschlüsselt mit dem RSA-Schlüssel eines Zertifikats, gemischt mit einem Schlüssel, den beide Seiten schon haben. Keine Forward Secrecy.',
        KRB5: 'Ein Kerberos-Ticket trägt das Premaster Secret und weist beide Seiten aus.',
        SRP: 'Secure Remote Password: Beide Seiten beweisen, dass sie ein Passwort kennen, ohne es zu zeigen.',
        ECCPWD: 'Ein passwortbasierter Austausch auf einer elliptischen Kurve (Dragonfly).',
        GOST: 'Russischer Schlüsseltransport und russische Signaturen, GOST R 34.10-2012.',
        NULL: 'Keiner. So beginnt jede Verbindung, vor ihren ersten Schlüsseln; vereinbart werden darf er nie.',
      },
    },
    authentication: {
      title: 'Authentisierung',
      text: {
        RSA: 'Das Zertifikat enthält einen RSA-Schlüssel. Er signiert ServerKeyExchange, damit der Share darin nicht ausgetauscht werden kann.',
        ECDSA:
          'Das Zertifikat enthält einen Schlüssel auf einer elliptischen Kurve, für ECDSA oder EdDSA. Er signiert ServerKeyExchange, damit der Share darin nicht ausgetauscht werden kann.',
        DSS: 'Das Zertifikat enthält einen DSA-Schlüssel. Er signiert ServerKeyExchange. Browser nehmen solche Zertifikate nicht mehr.',
        PSK: 'Den gemeinsamen Schlüssel zu kennen ist der Nachweis. Es wird kein Zertifikat gesendet.',
        anon: 'Niemand weist etwas nach: kein Zertifikat, keine Signatur.',
        KRB5: 'Das Kerberos-Ticket ist der Nachweis.',
        SRP: 'Das Passwort zu kennen ist der Nachweis.',
        ECCPWD: 'Das Passwort zu kennen ist der Nachweis.',
        GOST: 'Ein Zertifikat mit einem GOST-Schlüssel.',
        NULL: 'Keine.',
      },
      fixed: (algorithm) =>
        `Mit ${algorithm} signiert ist das Zertifikat, von seinem Aussteller. Im Handshake wird nichts signiert; die private Hälfte des festen Shares zu haben ist der Nachweis.`,
      rsaPsk:
        'Zwei Nachweise: ein RSA-Zertifikat, dessen Schlüssel entschlüsselt, und ein Schlüssel, den beide Seiten schon haben.',
      turned: 'Flüchtiges Diffie-Hellman. RFC 6655 schreibt diese beiden Namen andersherum.',
    },
    export: {
      title: 'Export',
      text: (bits) =>
        `Absichtlich auf ${bits} Bits geschwächt, weil die USA vor dem Jahr 2000 keinen stärkeren Export erlaubten.`,
    },
    cipher: {
      title: 'Chiffre der Daten',
      text: (cipher, bits, tls13) =>
        `${cipher} mit einem Schlüssel von ${bits} Bits verschlüsselt jeden Record nach ${tls13 ? 'den Hellos' : 'ChangeCipherSpec'}.`,
      none: 'Keine Verschlüsselung: Wer mithört, liest alles. Records sind nur gegen Veränderung geschützt.',
      names: {
        AES: 'AES',
        CHACHA20: 'ChaCha20',
        CAMELLIA: 'Camellia',
        ARIA: 'ARIA',
        '3DES': 'Dreimal angewandtes DES',
        RC4: 'Die Stromchiffre RC4',
        NULL: '',
        DES: 'DES',
        RC2: 'RC2',
        IDEA: 'IDEA',
        SEED: 'SEED aus Korea',
        SM4: 'SM4 aus China',
        AEGIS: 'AEGIS',
        ASCON: 'Ascon, für kleine Geräte gemacht,',
        KUZNYECHIK: 'Kusnjetschik aus Russland',
        MAGMA: 'Magma aus Russland',
        GOST28147: 'GOST 28147-89',
      },
    },
    mode: {
      title: 'Betriebsart',
      text: {
        CBC: (tag) =>
          `Cipher Block Chaining: Jeder Block wird mit dem davor gemischt. Veränderungen bemerkt es nicht, deshalb kommt ein MAC von ${tag} Bytes dazu.`,
        GCM: (tag) =>
          `Galois/Counter Mode: verschlüsselt und authentisiert in einem (AEAD). Jeder Record endet mit einem Tag von ${tag} Bytes.`,
        CCM: (tag) =>
          `Counter mit CBC-MAC: verschlüsselt und authentisiert mit einer Chiffre (AEAD), für kleine Geräte gemacht. Tag von ${tag} Bytes.`,
        CCM_8: (tag) =>
          `CCM mit einem auf ${tag} Bytes gekürzten Tag, um auf Funkstrecken Platz zu sparen. AEAD.`,
        POLY1305: (tag) =>
          `Poly1305 authentisiert, was ChaCha20 verschlüsselt; zusammen sind sie ein AEAD. Tag von ${tag} Bytes.`,
        stream: () => '',
        CTR_OMAC: () => 'Counter Mode, authentisiert durch einen OMAC.',
        CNT_IMIT: () => 'Counter Mode mit dem GOST-MAC.',
        MGM: () => 'Multilinear Galois Mode, ein AEAD, das seinen Schlüssel unterwegs wechselt.',
        own: () => '',
        none: () => '',
      },
    },
    hash: {
      title: 'Hash',
      text: {
        prf: (hash) =>
          `${hashNames[hash]} treibt die PRF, die alle Schlüssel ableitet, und Finished. Oft für den MAC der Records gehalten; mit einem AEAD gibt es keinen.`,
        'mac-and-prf': (hash, tag) =>
          `HMAC-${hashNames[hash]} fügt jedem Record ${tag} Bytes hinzu, und derselbe Hash treibt die PRF und Finished.`,
        mac: (hash, tag) =>
          `HMAC-${hashNames[hash]} fügt jedem Record ${tag} Bytes hinzu. PRF und Finished verwenden es nicht: In TLS 1.2 verwenden sie SHA-256.`,
        hkdf: (hash) =>
          `${hashNames[hash]} treibt HKDF, den Transkript-Hash und Finished. Records berührt es nicht: Die schützt das Tag des AEAD.`,
      },
      null: 'Auch kein Hash: Nichts würde bemerkt.',
    },
    signal: {
      title: 'Signalwert',
      text: {
        EMPTY_RENEGOTIATION_INFO_SCSV:
          'Keine Suite. Ein Client, der keine Erweiterungen senden darf, sagt damit, dass er die gesicherte Neuaushandlung kennt (RFC 5746).',
        FALLBACK_SCSV:
          'Keine Suite. Ein Client, der es mit einer älteren Version noch einmal versucht, sagt es damit; ein Server, der mehr könnte, antwortet inappropriate_fallback (RFC 7507).',
      },
    },
    silent13:
      'TLS 1.3 nimmt Schlüsselaustausch und Authentisierung aus dem Namen: supported_groups und key_share vereinbaren das eine, signature_algorithms das andere.',
    silentHash: 'Kein Hash im Namen: Die CCM-Suites von RFC 6655 treiben ihre PRF mit SHA-256.',
  },

  weaknesses: {
    title: 'Bekannte Schwächen',
    none: 'Keine Schwäche des Entwurfs ist bekannt.',
    text: {
      'no-encryption': {
        title: 'Keine Verschlüsselung',
        note: 'unverschlüsselt',
        text: 'Die Lauscherin liest alles, im Labor wie auf jeder Leitung.',
      },
      'integrity-only': {
        title: 'Keine Verschlüsselung',
        note: 'unverschlüsselt',
        text: 'Gemacht für Sensoren, die keine Geheimhaltung brauchen. Veränderungen fallen auf, Lesen steht allen offen.',
      },
      anonymous: {
        title: 'Keine Authentisierung',
        note: 'anonym',
        text: 'Wer in der Mitte steht, kann für den Browser der Server sein und für den Server der Browser.',
      },
      export: {
        title: 'Export-Schlüssel',
        note: '40-Bit-Schlüssel',
        text: 'Ein Schlüssel von 40 Bits ist durch Probieren auf einer Maschine in weniger als einem Tag gefunden.',
      },
      freak: {
        title: 'FREAK',
        note: 'FREAK',
        text: 'Ein Server, der noch Export-Suites hatte, ließ sich zu einem RSA-Schlüssel von 512 Bits bringen, und Clients nahmen ihn.',
      },
      logjam: {
        title: 'Logjam',
        note: 'Logjam',
        text: 'Die Mitte verlangt die Export-Gruppe von 512 Bits, deren diskrete Logarithmen vorausberechnet sind.',
      },
      rc4: {
        title: 'Schieflage von RC4',
        note: 'RC4 ist verboten',
        text: 'Der Schlüsselstrom ist nicht gleichmäßig: Derselbe Klartext, oft genug gesendet, scheint durch. RFC 7465 verbietet es.',
      },
      sweet32: {
        title: 'Sweet32',
        note: 'Sweet32',
        text: 'Blöcke von 64 Bits wiederholen sich nach etwa 32 GB unter einem Schlüssel, und jede Wiederholung verrät das XOR zweier Klartexte.',
      },
      des: {
        title: 'DES-Cracker',
        note: '56-Bit-Schlüssel',
        text: 'Eine Maschine fand einen DES-Schlüssel in 56 Stunden; heute genügt eine Stunde gemieteter Hardware.',
      },
      'no-forward-secrecy': {
        title: 'Keine Forward Secrecy',
        note: 'keine Forward Secrecy',
        text: 'Ein langlebiger Schlüssel öffnet jede je mitgeschnittene Verbindung.',
      },
      robot: {
        title: 'Bleichenbacher, ROBOT',
        note: 'ROBOT',
        text: 'Ein Server, der zeigt, ob das Padding des verschlüsselten Premaster Secrets stimmte, wird zum Orakel, das entschlüsselt. Gefunden 1998, in vielen Servern wiedergefunden 2017.',
      },
      raccoon: {
        title: 'Raccoon',
        note: 'Raccoon',
        text: 'Führende Nullen des gemeinsamen Geheimnisses fallen weg, und die gesparte Zeit verrät etwas darüber, wenn der Share noch einmal benutzt wird.',
      },
      'static-ecdh': {
        title: 'Falsche Kurve',
        note: 'statischer Share',
        text: 'Ein Server, der den empfangenen Punkt nicht prüft, gibt seinen festen privaten Schlüssel Stück für Stück preis.',
      },
      lucky13: {
        title: 'Lucky 13',
        note: 'Lucky 13',
        text: 'Erst MAC, dann Padding, dann Verschlüsselung: Die Dauer der Prüfung zeigt, wie lang das Padding war. Encrypt-then-MAC (RFC 7366) heilt das.',
      },
      beast: {
        title: 'BEAST',
        note: 'BEAST',
        text: 'Nur in TLS 1.0: Der letzte Block eines Records ist der nächste Initialisierungsvektor, also vorher bekannt.',
      },
      'weak-group': {
        title: 'Logjam',
        note: 'Gruppe evtl. schwach',
        text: 'Der Server wählt die Primzahl, und der Browser kann sie nicht beurteilen; 1\u202f024 Bits liegen in Reichweite von Staaten. RFC 7919 nennt gute Gruppen.',
      },
      dss: {
        title: 'DSA mit SHA-1',
        note: 'DSS ist abgelöst',
        text: 'Seine Signaturen verwenden in TLS 1.2 als Vorgabe SHA-1, wovon RFC 9155 abrät; eine wiederholte Zufallszahl gibt den Schlüssel preis.',
      },
      md5: {
        title: 'MD5',
        note: 'MD5',
        text: 'Kollisionen dauern Sekunden. Als HMAC hält es noch, aber kein neuer Entwurf darf es verwenden (RFC 6151).',
      },
      'psk-guessing': {
        title: 'Erraten',
        note: 'erratbar, wenn kurz',
        text: 'Ist der gemeinsame Schlüssel ein Passwort, probiert zu Hause alle Wörter durch, wer einen Handshake mitgeschnitten hat.',
      },
      'short-tag': {
        title: 'Kurzes Tag',
        note: '8-Byte-Tag',
        text: 'Ein gefälschter Record von 2⁶⁴ kommt durch. Genug für kleine Geräte, und für die ist es gedacht.',
      },
    },
  },

  whyNot: {
    title: 'Warum sie hier nicht läuft',
    text: {
      'initial-state':
        'Weil sie nicht ausgehandelt werden darf. Sie ist der Zustand jeder Verbindung vor ihren ersten Schlüsseln: Jedes ClientHello im Labor reist darunter.',
      signal: 'Es gibt nichts auszuführen: Das ist eine Mitteilung, keine Suite.',
      export:
        'Export-Suites brauchen temporäre Schlüssel von 512 Bits, die dieses Labor nicht erzeugt. Sie gehören zu TLS 1.0.',
      kerberos: 'Sie braucht einen Kerberos-Server, der Tickets ausgibt.',
      srp: 'Sie braucht ein Konto mit Passwort beim Server, und kein Browser konnte sie je.',
      password:
        'Sie braucht ein Passwort, das beide Seiten kennen, über den Dragonfly-Austausch, den dieses Labor nicht hat.',
      gost: 'Sie braucht die russischen Algorithmen, für die sich keine gepflegte Bibliothek fand.',
      'old-cipher':
        'Ihre Chiffre wurde vor 1.2 aus TLS genommen, und keine gepflegte Bibliothek hat sie noch.',
      'national-cipher': 'Sie braucht eine nationale Chiffre, für die sich keine gepflegte Bibliothek fand.',
      'new-cipher': 'Sie ist neuer als die Bibliotheken, auf denen dieses Labor steht.',
      'integrity-only': 'Das TLS 1.3 dieser Engine verschlüsselt immer.',
      'not-here': 'Dieses Labor hat nicht alle ihre Teile.',
    },
  },

  timeline: {
    title: 'Dreißig Jahre TLS',
    axis: (year) => String(year),
    more: (name) => `Was mit ${name} geschah`,
    state: {
      'never-released': (from) => `${from}, nie veröffentlicht`,
      prohibited: (from, until) => `${from}, verboten ${until ?? ''}`,
      deprecated: (from, until) => `${from}, abgekündigt ${until ?? ''}`,
      'in-use': (from) => `${from}, in Gebrauch`,
    },
    runs: {
      run: (name) => `${name} ausführen`,
      client: (name) => `Client ausführen, der nur ${name} kann`,
      server: (name) => `Server ausführen, der nur ${name} kann`,
    },
    believed: 'Oft gesagt',
    facts: {
      ssl10: {
        fact: 'Netscape schrieb es 1994 für seinen Browser und veröffentlichte es nie: Die Fehler wurden vorher gefunden. Kein Client und kein Server hat es je öffentlich gesprochen.',
      },
      ssl20: {
        fact: 'Die erste Version, die das Haus verließ, im Februar 1995. Nichts schützt ihren Handshake, also kann die schwächste Chiffre wählen, wer in der Mitte steht. RFC 6176 verbietet sie seit 2011: Nicht einmal ihr ClientHello darf gesendet werden.',
      },
      ssl30: {
        fact: 'Ein neues Protokoll, von Netscape 1996 veröffentlicht, und das letzte, das SSL hieß. Im selben Jahr übergab Netscape die Arbeit an die IETF. POODLE (2014) liest seine CBC-Records Byte für Byte; RFC 7568 verbietet es seit Juni 2015.',
      },
      tls10: {
        fact: 'Die erste Version der IETF, Januar 1999: SSL 3.0 mit kleinen Änderungen und neuem Namen. RFC 8996 kündigt sie seit März 2021 für alle ab.',
        believed: 'PCI DSS hat TLS 1.0 beendet.',
        correction:
          'PCI DSS verlangte von allen, die Zahlungskarten verarbeiten, es bis zum 30. Juni 2018 zu verlassen. Andere bindet es nicht; der Standard, der TLS 1.0 beendet, ist RFC 8996.',
      },
      tls11: {
        fact: 'April 2006: ein expliziter Initialisierungsvektor für jeden CBC-Record, gegen den Angriff, der später BEAST hieß. RFC 8996 kündigt die Version zusammen mit 1.0 ab.',
        believed: 'TLS 1.1 ist schwach, weil SHA-1 seine Zertifikate signiert.',
        correction:
          'Das Zertifikat darf mit allem signiert sein. Das Protokoll selbst ruht auf MD5 und SHA-1 zusammen: Die Signaturen des Handshakes und die Schlüsselableitung (PRF) verwenden beide, und keiner lässt sich austauschen.',
      },
      tls12: {
        fact: 'August 2008: Der Hash wird ausgehandelt, AEAD-Chiffren kommen. Das Dokument ist überholt, seit RFC 8446 es 2018 ablöste und danach RFC 9846; das Protokoll ist es nicht. Es bleibt weit verbreitet und ist ungebrochen mit AEAD-Suites, Forward Secrecy und dem Extended Main Secret.',
      },
      tls13: {
        fact: 'RFC 8446, August 2018: ein Roundtrip weniger, alles nach dem ServerHello verschlüsselt, kein RSA-Schlüsselaustausch, kein CBC. RFC 9846 ersetzt dieses Dokument seit Juli 2026. Es ist dasselbe Protokoll mit derselben Versionsnummer 0x0304; einige Begriffe sind neu, etwa Main Secret für Master Secret.',
        believed: 'TLS steht für Transport Layer Socket.',
        correction:
          'Es ist Transport Layer Security. „Socket“ kommt von SSL, dem Secure Sockets Layer, und ist das eine Wort, das den Umzug zur IETF nicht überstand.',
      },
    },
    note: 'Ein Balken reicht von der Veröffentlichung bis zu dem RFC, der die Version verbietet.',
  },
};

function versionNumber(version: number): string {
  return version === 0x0300 ? 'SSL 3.0' : `1.${version - 0x0301}`;
}
