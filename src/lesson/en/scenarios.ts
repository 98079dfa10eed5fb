/** English: the scenarios by name, in their groups. */
import { attackScenarioNames } from './attack-names.ts';
import { lab } from './lab.ts';
import { trustGroupNames, trustScenarioNames } from './trust-scenarios.ts';

export const scenarios = {
  search: 'Find a scenario',
  groups: {
    works: 'Works',
    ...trustGroupNames,
    negotiation: 'Negotiation',
    attacks: 'Mallory on the wire',
  },
  ends: { works: 'works', fails: 'fails', asks: 'asks a question' },
  nothing: 'No scenario has that in its name.',
  names: {
    tls13: lab.scenario.first,
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
};
