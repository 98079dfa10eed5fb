/** German: what real clients say, and what their users get to see. */
import { terminal, terminalFine } from '../client-terminals.ts';
import type { clients as english } from '../en/clients.ts';
import { date } from './grammar.ts';

const findings: (typeof english)['findings'] = {
  'missing-issuer': 'der Aussteller des Leaf-Zertifikats ist nirgends zu finden',
  untrusted: 'die Root liegt nicht im Store',
  'untrusted-sent': 'die Root kam mit und liegt nicht im Store',
  'self-signed': 'das Leaf-Zertifikat ist mit dem eigenen Schlüssel signiert',
  distrusted: 'eine Zertifizierungsstelle auf dem Pfad ist kompromittiert',
  expired: 'das Leaf-Zertifikat ist abgelaufen (notAfter)',
  'expired-issuer': 'eine Zertifizierungsstelle ist abgelaufen (notAfter)',
  'not-yet-valid': 'das Leaf-Zertifikat gilt noch nicht (notBefore)',
  'not-yet-valid-issuer': 'eine Zertifizierungsstelle gilt noch nicht (notBefore)',
  'wrong-host': 'kein Name im Leaf-Zertifikat passt',
  'wrong-address': 'die IP-Adresse steht nicht im Leaf-Zertifikat',
  'common-name-only': 'der Name steht nur im Common Name',
  'not-a-ca': 'ein Aussteller hat cA FALSE',
  'no-basic-constraints': 'ein Aussteller hat keine Basic Constraints',
  'no-cert-sign': 'einem Aussteller fehlt keyCertSign',
  'path-length': 'eine Pfadlänge ist überschritten',
  'client-purpose': 'das Leaf-Zertifikat ist nur für Clients',
  'no-signing': 'der Schlüssel des Leaf-Zertifikats darf nicht signieren',
  'leaf-is-ca': 'das Leaf-Zertifikat hat cA TRUE',
  'name-constraints': 'ein Name liegt außerhalb der Namenseinschränkungen der CA',
  'bad-signature': 'eine Signatur ist ungültig',
  'key-id': 'der Key Identifier nennt einen anderen Schlüssel',
  'critical-extension': 'eine kritische Erweiterung ist unbekannt',
  'weak-hash': 'eine Signatur geht über SHA-1',
  'weak-key': 'ein RSA-Schlüssel hat weniger als 2048 Bits',
  revoked: 'das Zertifikat ist gesperrt',
  'staple-missing': 'die versprochene angeheftete OCSP-Antwort fehlt',
};

export const clients: typeof english = {
  title: 'Was jeder Client sagt',
  measured: (day) => `gemessen am ${date(day)}; Namen und Zeiten sind die dieses Durchlaufs`,
  derived: 'genau diese Kombination wurde nicht gemessen',
  caption: 'Client, ob er sich verbindet, und die Meldung, die er ausgab',
  choose: (name) => `Zeigen, was ${name} zeigt`,
  verdicts: { connects: 'verbindet', fails: 'scheitert', 'not-measured': 'nicht gemessen' },
  code: {
    'net error': (code) => `net error ${String(code).replace('-', '\u2212')}`,
    'verify code': (code) => `verify code ${code}`,
    'exit code': (code) => `exit code ${code}`,
    status: (code) => `status ${String(code).replace('-', '\u2212')}`,
    none: () => '',
  },
  alert: (name, code) => `sendet ${name} (${code})`,
  noAlert: 'schließt ohne Alert',
  proceed: 'bietet einen Weg daran vorbei',
  noProceed: 'bietet keinen Weg daran vorbei',
  helped: {
    cache: 'hat das fehlende Zwischenzertifikat im Cache',
    aia: 'holt das fehlende Zwischenzertifikat per AIA',
  },
  lets: (what) => `nimmt hin: ${what.map((one) => findings[one]).join('; ')}`,
  basis: {
    measured: '',
    inferred: 'aus verwandten Messungen geschlossen',
    derived: 'nicht gemessen; was aus seinen Regeln folgt',
    read: 'in seinen Quellen gelesen, nicht gemessen',
  },
  preloads:
    'Seit Version 75 bringt Firefox die Zwischenzertifikate öffentlicher CAs mit, darum fällt ein fehlendes davon dort oft nicht auf. Die dieses Labors sind nicht öffentlich.',
  nodeAdvice:
    'Neuere Versionen von Node fügen „if the root CA is installed locally, try running Node.js with --use-system-ca“ hinzu, auch wo nur ein Zwischenzertifikat fehlt. Dieser Rat führt von der Ursache weg.',
  noRow: 'Mit genau diesem Fehler wurde kein Client gemessen, darum steht hier keine Meldung.',
  waiting: 'Die Clients werden gefragt.',
  findings,
  faults: {
    'bad-certificate-verify': 'CertificateVerify mit falscher Signatur, RSA-Schlüssel',
    'bad-key-exchange-signature': 'ServerKeyExchange mit falscher Signatur, RSA-Schlüssel',
    'old-version': 'ein Server, der nur TLS 1.0 oder 1.1 spricht',
    'no-common-suite': 'ein Server nur mit RC4-Suites, TLS 1.2; der Alert ist derselbe',
    'no-common-suite-3des': 'ein Server nur mit 3DES-Suites',
    'static-rsa': 'ein Server nur mit RSA-Schlüsselaustausch',
    'client-certificate-required': 'Zertifikat verlangt, keines gesendet, Alert 116',
    'client-certificate-required-12': 'Zertifikat verlangt, keines gesendet, TLS 1.2, Alert 40',
    'client-certificate-required-42': 'Zertifikat verlangt, keines gesendet, Alert 42',
    'client-certificate-required-42-12': 'Zertifikat verlangt, keines gesendet, TLS 1.2, Alert 42',
    'bad-record': 'ein verändertes Byte in einem verschlüsselten Record',
    'changed-server-random': 'ein verändertes Byte in ServerHello.random',
    'plain-http': 'unverschlüsseltes HTTP auf dem Port',
  },
  conditions: 'RSA-Ketten unter lokal installierten Roots, ein Server auf Loopback.',
  nothingWrong: 'An dieser Kette ist nichts falsch, also verbinden sich alle.',

  page: {
    label: (client, host) => `Was ${client} anstelle von ${host} zeigt`,
    fine: (client, host) => `${client} öffnet ${host}`,
    notSecure: 'Nicht sicher',
    chromium: {
      certificate: {
        heading: 'Diese Verbindung ist nicht privat',
        text: (host) =>
          `Jemand zwischen diesem Gerät und ${host} könnte mitlesen und verändern, was gesendet wird.`,
      },
      protocol: {
        heading: 'Diese Website kann keine sichere Verbindung herstellen',
        text: (host) =>
          `${host} und dieser Browser konnten sich nicht einigen, wie die Verbindung zu schützen ist.`,
      },
      required: {
        heading: 'Diese Website will wissen, wer da ist',
        text: (host) => `${host} hat ein Zertifikat verlangt, und dieser Browser hatte keines zu zeigen.`,
      },
    },
    firefox: {
      certificate: {
        heading: 'Vorsicht: Hier droht ein mögliches Sicherheitsrisiko',
        text: (host) =>
          `Firefox hat vor ${host} angehalten: Was zeigen sollte, dass es ${host} ist, hält nicht stand.`,
      },
      protocol: {
        heading: 'Keine sichere Verbindung',
        text: (host) => `Beim Schützen einer Verbindung zu ${host} ist etwas schiefgegangen.`,
      },
      required: {
        heading: 'Keine sichere Verbindung',
        text: (host) => `${host} hat ohne eigenes Zertifikat des Browsers nicht weitergemacht.`,
      },
    },
    safari: {
      certificate: {
        heading: 'Diese Verbindung ist nicht privat',
        text: (host) => `Diese Website gibt sich vielleicht als ${host} aus, um an das Gesendete zu kommen.`,
      },
      protocol: {
        heading: 'Die Seite lässt sich nicht öffnen',
        text: (host) => `Eine sichere Verbindung zu ${host} kam nicht zustande.`,
      },
      required: {
        heading: 'Die Seite lässt sich nicht öffnen',
        text: (host) => `${host} verlangt ein Client-Zertifikat.`,
      },
    },
    back: 'Zurück',
    advanced: 'Erweitert',
    goOn: (host) => `Weiter zu ${host} (unsicher)`,
    onlyBack: 'An dieser Seite führt kein Weg vorbei.',
    as: (client, version) => `Meldung wie in ${client} ${version}`,
    read: (client) => `Name wie in den Quellen von ${client}, nicht gemessen`,
    drawn: 'die Seite ist hier gezeichnet, nur die Meldung stammt vom Client',
    connects: (client) => `${client} verbindet sich`,
    site: 'die Website ist hier gezeichnet',
  },

  terminal,
  terminalFine,
  terminalLabel: (client, host) => `Was ${client} für ${host} ausgibt`,
  notSeen: (client) => `Was ${client} dazu sagt, wurde nicht gemessen.`,
};
