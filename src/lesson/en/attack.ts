/** English: the Attack page. Tools, who noticed, the list of edits, and the stories with their questions. */
import type { AttackScenarioId } from '../../lab/attacks.ts';
import { grouped, plural } from '../catalog.ts';

type Party = 'browser' | 'server';
const Parties = { browser: 'Browser', server: 'Server' };
const parties = { browser: 'the browser', server: 'the server' };

/** A question before the answer. `key` is matched with what the run came to; every choice has its reason. */
export interface Story {
  readonly question: string;
  readonly lead: string;
  readonly choices: readonly { readonly key: string; readonly text: string; readonly reason: string }[];
}

const waits: Readonly<Record<string, string>> = {
  wait_client_hello: 'waits for a ClientHello',
  wait_second_client_hello: 'waits for the second ClientHello',
  wait_server_hello: 'waits for ServerHello',
  wait_encrypted_extensions: 'waits for EncryptedExtensions',
  wait_certificate_or_request: 'waits for Certificate or CertificateRequest',
  wait_certificate: 'waits for Certificate',
  wait_certificate_verify: 'waits for CertificateVerify',
  wait_finished: 'waits for Finished',
  wait_client_certificate: 'waits for the client’s Certificate',
  wait_client_certificate_verify: 'waits for the client’s CertificateVerify',
  wait_client_finished: 'waits for the client’s Finished',
  connected: 'stands and waits for data',
  closed: 'is closed',
  failed: 'has given up',
};

export const attack = {
  mallory: 'Mallory',
  head: {
    holds: 'Mallory holds the wire, not the keys.',
    untouched: 'passed on as it was',
    local: 'Nothing is on the wire here. Choose a message.',
  },
  tools: {
    label: 'What Mallory does to this message',
    edit: 'Edit',
    drop: 'Drop',
    duplicate: 'Duplicate',
    replay: 'Replay',
    truncate: 'Truncate',
    delay: 'Delay',
    inject: 'Inject',
    cut: 'Cut the wire',
  },
  form: {
    target: 'Bytes to change',
    whole: 'the whole message',
    bytes: (start: number, end: number) =>
      end - start === 1 ? `byte ${grouped(start)}` : `bytes ${grouped(start)} to ${grouped(end - 1)}`,
    select: 'Select a field or a byte below.',
    newBytes: 'New bytes, hex',
    set: 'Set',
    flip: 'Flip a bit',
    bit: (bit: number) => `bit ${bit}`,
    sealed: 'Encrypted: bits can be flipped, but nobody can choose what they become.',
    lengths: 'Another length is fine: the length fields around it follow.',
    badHex: 'Pairs of 0-9 and a-f, nothing else.',
    keep: 'Bytes that arrive',
    after: 'After',
    until: 'Until this has passed',
    injected: 'Bytes, hex: whole records',
    samples: {
      alert: 'fatal alert',
      close: 'close_notify in the clear',
      noise: 'a record of zeros',
    },
    apply: 'Do it',
    dropped: 'It never arrives.',
    duplicated: 'It arrives twice.',
    cut: 'Nothing behind it arrives, in either direction.',
  },
  diff: {
    sent: (from: Party) => `Sent by ${parties[from]}`,
    delivered: (to: Party) => `Delivered to ${parties[to]}`,
    changed: (count: number) => plural(count, 'byte differs', 'bytes differ'),
    length: (before: number, after: number) => `${grouped(before)} → ${grouped(after)} B`,
  },
  noticed: {
    ask: 'Who will notice?',
    check: 'Check',
    again: 'Try again',
    title: 'Who noticed',
    untouched: 'So far every message passes as it is. Choose one and change it.',
    nobody: 'Nobody. Both sides are content with what arrived.',
    stalled: 'Nobody found a fault, and nothing moves any more.',
    cut: 'The connection is closed under both, and no close_notify told the browser that this was the end: what it has may be only a part.',
    waits: (party: Party, state: string) => `${Parties[party]} ${waits[state] ?? state}`,
    by: (step: number, party: Party) => `step ${step}, ${parties[party]}`,
    passed: (count: number) => (count === 1 ? 'passed once' : `passed ${count} times`),
    notReached: 'not reached',
    guards: {
      parse: 'Reading and rules',
      record: 'Record tag',
      chain: 'Certificate chain',
      signature: 'Signature over the transcript',
      finished: 'Finished',
      close: 'close_notify',
    },
  },
  list: {
    title: 'Mallory’s edits',
    note: 'applied in order; every run starts from the untouched messages',
    none: 'None yet.',
    undo: 'Undo',
    redo: 'Redo',
    remove: 'Remove',
    undone: 'undone',
    noMessage: 'no such message in this run',
    refused: 'fits nothing in this message',
    noticed: (step: number, party: Party) => `noticed at step ${step} by ${parties[party]}`,
    stalled: 'unnoticed, but nothing moves any more',
    unnoticed: 'unnoticed',
  },
  acts: {
    flip: (at: number, mask: string) => `byte ${grouped(at)} XOR ${mask}`,
    overwrite: (at: number, bytes: string) => `byte ${grouped(at)} on: ${bytes}`,
    set: (path: string, bytes: string) => `${path}: ${bytes === '' ? 'empty' : bytes}`,
    truncate: (to: number) => `first ${grouped(to)} bytes only`,
    drop: 'never arrives',
    duplicate: 'arrives twice',
    delay: (until: string) => `held back until ${until}`,
    replay: (after: string) => `once more after ${after}`,
    inject: (bytes: number) => `${plural(bytes, 'byte', 'bytes')} of Mallory’s own behind it`,
    cut: 'wire cut behind it',
  },
  stories: {
    'attack-server-random': {
      question: 'Mallory flips one bit of ServerHello.random. Who will notice?',
      lead: 'The random is sent in the clear and has no right value of its own.',
      choices: [
        {
          key: 'nobody',
          text: 'Nobody: any random is as good as another',
          reason:
            'As a value it is. But it is part of the transcript, and the keys come from the transcript.',
        },
        {
          key: 'browser@verify_signature',
          text: 'The browser, at CertificateVerify',
          reason: 'The signature covers this message too. The run never gets that far.',
        },
        {
          key: 'browser@encrypted_extensions',
          text: 'The browser, already at EncryptedExtensions',
          reason:
            'Its transcript hash is another one, so its keys are, and the first protected record does not open.',
        },
      ],
    },
    'attack-strip-suites': {
      question: 'Mallory takes all cipher suites but one out of the ClientHello. Who will notice?',
      lead: 'What is left is a suite that the server accepts, so it answers as usual.',
      choices: [
        {
          key: 'server@client_hello',
          text: 'The server, when it chooses',
          reason: 'It sees a hello like any other: it does not know what the browser had sent.',
        },
        {
          key: 'browser@server_hello',
          text: 'The browser, at ServerHello',
          reason: 'The suite is one it had offered, so ServerHello breaks no rule.',
        },
        {
          key: 'browser@encrypted_extensions',
          text: 'The browser, at the first protected record',
          reason:
            'Each side hashes the hello it knows. The hashes differ, the keys differ, and the record does not open.',
        },
      ],
    },
    'attack-certificate-verify': {
      question: 'Mallory flips a bit inside the encrypted CertificateVerify. Which check notices?',
      lead: 'It might hit the signature, or a length, or the scheme. Mallory cannot tell.',
      choices: [
        {
          key: 'browser@verify_signature',
          text: 'The signature check',
          reason: 'It would, if the record opened. It is not reached.',
        },
        {
          key: 'browser@certificate_verify',
          text: 'The tag of the record around it',
          reason: 'The AEAD authenticates every byte of the ciphertext before anything inside is read.',
        },
        {
          key: 'browser@finished',
          text: 'Finished, at the end',
          reason: 'Finished would cover it as well, but the browser has long stopped.',
        },
      ],
    },
    'attack-finished': {
      question: 'Mallory flips a bit in the browser’s Finished. Who will notice?',
      lead: 'The browser has sent its last message of the handshake and is content.',
      choices: [
        {
          key: 'server@client_finished',
          text: 'The server, at once',
          reason: 'The record does not open under the browser’s handshake key: bad_record_mac.',
        },
        {
          key: 'browser@client_finished',
          text: 'The browser, when it is answered wrongly',
          reason: 'It has nothing to check here: the Finished is its own.',
        },
        {
          key: 'nobody',
          text: 'Nobody, one bit is not enough',
          reason: 'One bit is enough for every tag and every MAC of TLS.',
        },
      ],
    },
    'attack-record': {
      question:
        'Mallory changes one byte of encrypted application data, hoping for another request. What arrives?',
      lead: 'With a bare stream cipher the byte would turn into exactly what Mallory wants.',
      choices: [
        {
          key: 'nobody',
          text: 'A changed request',
          reason:
            'That is what encryption without authentication allows. Every suite of TLS 1.3 authenticates.',
        },
        {
          key: 'server@application_data_1',
          text: 'Nothing: the server refuses the record',
          reason:
            'The tag does not fit, the server says bad_record_mac and closes. No byte of it reaches the application.',
        },
        {
          key: 'stalled',
          text: 'Nothing, and the server waits for a better one',
          reason: 'TLS never skips a bad record; only DTLS does.',
        },
      ],
    },
    'attack-replay': {
      question: 'Mallory records the browser’s request and sends it a second time. Is it carried out twice?',
      lead: 'The record is genuine, to the last bit.',
      choices: [
        {
          key: 'nobody',
          text: 'Yes: the server cannot tell the copy from the original',
          reason: 'The bytes are equal, but the place is not: the nonce of a record comes from its number.',
        },
        {
          key: 'server@unreadable_record',
          text: 'No: the copy does not open',
          reason: 'The server expects the next number, computes another nonce, and the tag does not fit.',
        },
        {
          key: 'browser@application_data_2',
          text: 'No: the browser objects to the second answer',
          reason: 'There is no second answer.',
        },
      ],
    },
    'attack-truncation': {
      question: 'Mallory cuts the wire right behind the answer. Does the browser know whether that was all?',
      lead: 'Every byte that arrived is genuine.',
      choices: [
        {
          key: 'nobody',
          text: 'Yes: the bytes are authenticated',
          reason: 'Each record is, the end is not. Only close_notify says that nothing follows.',
        },
        {
          key: 'stalled',
          text: 'No: without close_notify the end may be anywhere',
          reason: 'A TCP connection can be closed by anybody on the way. That is why close_notify exists.',
        },
        {
          key: 'browser@close_notify',
          text: 'Yes: Mallory’s FIN is not signed',
          reason: 'TCP knows no signatures. TLS sees only that nothing comes any more.',
        },
      ],
    },
    'attack-forged-alert': {
      question: 'Mallory answers the ClientHello with a fatal alert of its own. Can it break the connection?',
      lead: 'Before there are keys, nobody can tell whose alert it is.',
      choices: [
        {
          key: 'nobody',
          text: 'No: alerts are authenticated',
          reason: 'They are, once there are keys. This one goes to the server before it has any.',
        },
        {
          key: 'server@alert',
          text: 'Yes: the server believes it and gives up',
          reason:
            'Whoever holds the wire can always stop a handshake. What it cannot do is change it unnoticed.',
        },
        {
          key: 'browser@alert',
          text: 'Yes: the browser gives up',
          reason: 'The alert was put behind the ClientHello, on its way to the server.',
        },
      ],
    },
  } satisfies Record<AttackScenarioId, Story>,
};
