/** English: the start page. */
import type { ScenarioId } from '../../lab/scenario.ts';
import { grouped, plural } from '../catalog.ts';

export const start = {
  title: 'A TLS handshake, one step at a time',
  lead: 'A browser and a server set up a secure connection, here in this page. You move it forward and open every message down to the last byte.',
  go: 'Step through a handshake',
  goNote: (steps: number, version: string) => `${plural(steps, 'step', 'steps')}, ${version}`,
  bytes: (count: number) => grouped(count),
  openAt: (step: number, name: string) => `Open step ${step}, ${name}`,
  said: {
    client_hello: (bytes: number) =>
      `“Here is what I speak, and my half of a secret”: ${plural(bytes, 'byte', 'bytes')} that anyone on the way can read.`,
    server_hello: '“This is what we use, and my half.” Both can now compute the same secret.',
    encrypted_extensions: 'From here on everything is encrypted.',
  },
  both: 'both sides derive the handshake keys',
  real: {
    title: 'What is real here.',
    text: 'Both ends run in this page: real X.509, real keys, real TLS records, sizes and timings measured. Only the network between them and the names are invented.',
  },
  learnIt: 'Learn it',
  learnNote: 'short lessons around a live handshake',
  allLessons: 'all lessons',
  breakIt: 'Break it',
  breakNote: 'a fault, a question, then the bytes that answer it',
  all: 'all scenarios',
  flagship: 'Chromium connects, curl does not. Find the file that was never sent.',
  own: 'Bring your own',
  ownNote: 'read in this page, sent nowhere',
  chain: [
    'Check a chain',
    'PEM, DER, PKCS #7 or what openssl s_client prints; keys are ignored',
    '.pem .der',
  ],
  capture: ['Open a capture', 'records, and with a key log what is inside', '.pcapng'],
  explore: 'Look around',
  pages: {
    compare: ['TLS 1.2 against 1.3', 'two runs on one clock'],
    suites: ['Cipher suites', 'the whole registry, name by name; most of it runs'],
    trust: ['Paths of trust', 'chains, caches, root stores and what nine clients say'],
    workshop: ['PKI workshop', 'ask, check, issue, look up, revoke'],
    attack: ['Mallory on the wire', 'change any byte and see who notices'],
  },
  recent: 'Recent',
  recentNote: 'kept in this browser',
  clear: 'clear',
  stopped: (step: number, of: number) => `${grouped(step)}/${grouped(of)}`,
  faults: {
    expired: 'one date',
    'wrong-host': 'right chain, other name',
    'untrusted-root': 'a path to nowhere',
    'client-certificate-none': 'asked, and nothing to show',
    'attack-strip-suites': 'Mallory edits the hello',
    'attack-record': 'one byte of the request',
    'attack-truncation': 'where did it end',
    'no-common-suite': 'the shortest handshake',
  } satisfies Partial<Record<ScenarioId, string>>,
};
