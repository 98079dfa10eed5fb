/** German: the scenarios by name, in their groups. */
import type { scenarios as english } from '../en/scenarios.ts';
import { trustGroupNames, trustScenarioNames } from './trust-scenarios.ts';
import { attackScenarioNames } from './attack-names.ts';
import { lab } from './lab.ts';

export const scenarios: typeof english = {
  search: 'Szenario suchen',
  groups: {
    works: 'Gelingt',
    ...trustGroupNames,
    negotiation: 'Aushandlung',
    attacks: 'Mallory auf der Leitung',
  },
  ends: { works: 'gelingt', fails: 'scheitert', asks: 'stellt eine Frage' },
  nothing: 'Kein Szenario hat das in seinem Namen.',
  names: {
    tls13: lab.scenario.first,
    'rsa-certificate': 'TLS 1.3 · RSA-Zertifikat',
    'client-certificate': 'Client-Zertifikat verlangt und gesendet',
    'client-certificate-none': 'Client-Zertifikat verlangt, keines gesendet',
    'hello-retry-request': 'HelloRetryRequest',
    'post-quantum-certificate': 'Post-Quanten-Zertifikat (ML-DSA)',
    'key-update': 'KeyUpdate',
    resumption: 'Wiederaufnahme mit Ticket',
    'early-data': 'Early Data (0-RTT), angenommen',
    'early-data-rejected': 'Early Data (0-RTT), abgelehnt',
    'external-psk': 'Externer Pre-Shared Key, kein Zertifikat',
    'external-psk-wrong-key': 'Externer Pre-Shared Key, falscher Schlüssel',
    'post-handshake-auth': 'Client-Zertifikat nach dem Handshake',
    'no-common-suite': 'Keine gemeinsame Cipher Suite',
    tls12: 'TLS 1.2 · alles in Ordnung',
    'tls12-rsa-key-exchange': 'TLS 1.2 · RSA-Schlüsselaustausch',
    'tls12-client-certificate': 'TLS 1.2 · Client-Zertifikat',
    'tls12-resumption': 'TLS 1.2 · Wiederaufnahme per Ticket',
    'tls12-psk': 'TLS 1.2 · Pre-Shared Key',
    'legacy-client': 'Browser, der nur TLS 1.0 kann',
    'legacy-server': 'Server, der nur TLS 1.0 kann',
    ...trustScenarioNames,
    ...attackScenarioNames,
  },
};
