/** English: lesson 1, what a handshake is for. */
import { plural } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const whatFor: Readonly<Record<string, PartWords>> = {
  wire: {
    name: 'An open wire',
    title: 'Anyone may hold the wire',
    text: (run) => [
      rich`The browser wants ${{ code: run.request }} from ${{ strong: run.host }}. Between the two lie wires and radios that belong to others. ${term('eve', 'Eve')} stands for whoever copies what passes.`,
      rich`${term('tls', 'TLS')}, Transport Layer Security, is what the s in https adds. Before it carries any data, both sides exchange messages to agree on keys: the handshake. The live example is one, made a moment ago in this page, with a first request behind it.`,
      rich`${run.eve.seen} messages crossed the wire, and Eve has every byte of them. The first, in step ${run.number('client_hello')}, is the greeting of the browser, a ClientHello of ${run.bytes('client_hello')} bytes.`,
    ],
    question: (run) => `Eve has a copy of all ${run.eve.seen} messages. What can she read?`,
    choices: (run) => ({
      all: {
        text: 'All of them: she has every byte',
        reason: 'She has the bytes, but most of them were encrypted with keys that she does not have.',
      },
      some: {
        text: 'The first ones, until there are keys',
        reason: `${run.eve.read} of ${run.eve.seen}. A key has to be agreed on first, and that takes messages that anyone can read.`,
      },
      none: {
        text: 'None: this is TLS',
        reason:
          'TLS begins in the clear. As long as the two sides share no key they have nothing to encrypt with.',
      },
    }),
    change: {
      label: 'Path that the browser asks for',
      task: 'Ask for another page and run. Then open the last steps and compare the bytes on the wire with the content.',
      done: (run) =>
        `Your request is ${run.request}, ${plural(run.bytes('application_data_1'), 'byte', 'bytes')} on the wire. Eve still reads ${run.eve.read} of ${run.eve.seen} messages.`,
    },
  },
  'one-key': {
    name: 'One key for two',
    title: 'One key that both hold',
    text: (run) => {
      const seal = run.operation('seal', 'application_data_1');
      return [
        rich`In symmetric encryption one key does both: it closes a message and opens it. That is fast, so all data of a connection travels this way. The unit that is closed is the ${term('record')}. Here the browser closes its request with ${{ strong: seal?.algorithm ?? '' }} and a key of ${(seal?.inputs[0]?.bytes.length ?? 0) * 8} bits.`,
        rich`That leaves one problem: both must hold this key, and the only way between them is the wire that Eve copies. A key sent in the clear would be Eve’s key too. The handshake solves this one problem.`,
      ];
    },
    question: () => 'The server opens this record. With which key?',
    choices: (run) => ({
      same: {
        text: 'With the same key that the browser used',
        reason: `Both computed it for themselves: ${valueLabel(run.operation('seal', 'application_data_1')?.inputs[0]?.name ?? '', valueNames)} is the key of both operations, seal and open. The answer of step ${run.number('application_data_2')} goes under another key, which both hold as well.`,
      },
      sent: {
        text: 'With a key that came along with the request',
        reason: 'Then Eve would have it too. No message of this run carries the key.',
      },
      other: {
        text: 'With its own private key',
        reason: `The private key of the server does not touch data in ${run.version}. It only signs, once, in the handshake.`,
      },
    }),
    change: {
      label: 'Cipher suite of the server',
      options: {
        '1301': 'TLS_AES_128_GCM_SHA256',
        '1302': 'TLS_AES_256_GCM_SHA384',
        '1303': 'TLS_CHACHA20_POLY1305_SHA256',
      },
      task: 'A cipher suite is the set of algorithms that both use. Let the server choose another one and run. Watch algorithm and length of the key.',
      done: (run) => {
        const seal = run.operation('seal', 'application_data_1');
        return `${run.suite}: the record is now closed with ${seal?.algorithm ?? ''} and a key of ${(seal?.inputs[0]?.bytes.length ?? 0) * 8} bits, and it is again one key that both hold.`;
      },
    },
  },
  'two-keys': {
    name: 'Two keys',
    title: 'Two keys that belong together',
    text: (run) => {
      const sign = run.operation('sign', 'certificate_verify');
      return [
        rich`Public-key procedures work with two keys. The ${term('private-key', 'private key')} stays where it was made; the ${term('public-key', 'public key')} may be known to everyone. What the private key signs, everyone can check with the public key.`,
        rich`Some pairs, those of ${term('rsa', 'RSA')} for one, can do a second thing: what anyone encrypts with the public key only the private key decrypts. Both help against the problem of the shared key.`,
        rich`In step ${run.number('certificate_verify')} the server signs with ${{ strong: sign?.algorithm ?? '' }} what was said so far. The ${term('signature')} is ${sign?.outputs[0]?.bytes.length ?? 0} bytes long. In step ${run.number('verify_signature')} the browser checks it.`,
      ];
    },
    question: () => 'What does the browser need to check this signature?',
    choices: (run) => ({
      public: {
        text: 'The public key from the certificate',
        reason: `Step ${run.number('verify_signature')} takes it from the certificate of step ${run.number('certificate')}. Nothing secret goes into the check.`,
      },
      secret: {
        text: 'The private key of the server',
        reason: 'That key never leaves the server. Whoever had it could sign in the server’s name.',
      },
      session: {
        text: 'The key that both share',
        reason: 'That key encrypts the record around the signature. The check itself would work without it.',
      },
    }),
    change: {
      label: 'Key of the certificate',
      options: { ecdsa: 'ECDSA', rsa: 'RSA', ed25519: 'Ed25519' },
      task: 'Give the server a key of another kind and run. The procedure changes, who needs which key does not.',
      done: (run) => {
        const sign = run.operation('sign', 'certificate_verify');
        return `Now the server signs with ${sign?.algorithm ?? ''}, and the signature is ${plural(sign?.outputs[0]?.bytes.length ?? 0, 'byte', 'bytes')} long. The browser again needs the public key alone.`;
      },
    },
  },
  'five-steps': {
    name: 'Five steps',
    title: 'The five steps, as they are usually told',
    text: (run) => [
      rich`Most texts tell the handshake in five steps. Both greet and agree on a ${term('cipher-suite', 'cipher suite')}; the server sends its ${term('certificate')}; the browser checks it and sends a secret, encrypted with the public key; the server decrypts it; from then on both use symmetric keys.`,
      run.operation('rsa-encrypt')
        ? rich`Your run is ${run.version} with ${{ strong: run.suite }}. In step ${run.number('client_key_exchange')} the browser sends a ClientKeyExchange of ${run.bytes('client_key_exchange')} bytes; step ${run.number('decrypt_premaster_secret')} is what the server makes of it.`
        : rich`Your run is ${run.version} with ${{ strong: run.suite }}: here no side sends a secret. Each sends a public half and computes the rest.`,
    ],
    question: (run) => `How does the secret reach the server in this run of ${run.version}?`,
    choices: (run) => ({
      clear: {
        text: 'In the clear, in one of the hellos',
        reason: 'The hellos carry random numbers that anyone may know. They are no secret.',
      },
      encrypted: {
        text: 'Encrypted with the public key of the certificate',
        reason: run.operation('rsa-encrypt')
          ? `Step ${run.number('client_key_exchange')}: ${run.operation('rsa-encrypt')?.inputs[1]?.bytes.length ?? 0} bytes of premaster secret go in, ${run.operation('rsa-encrypt')?.outputs[0]?.bytes.length ?? 0} encrypted bytes come out. The keys of the connection are computed from it; none of them is sent.`
          : 'This run has no such step.',
      },
      'not-at-all': {
        text: 'Not at all: both compute it',
        reason: run.operation('rsa-encrypt')
          ? 'So it is with Diffie-Hellman, and always in TLS 1.3. This run uses RSA key exchange.'
          : `In ${run.group} each side sends a public half. Eve has both halves, and still not the secret.`,
      },
    }),
    change: {
      label: 'Kind of handshake',
      options: {
        'tls12-rsa-key-exchange': 'TLS 1.2, RSA key exchange',
        tls12: 'TLS 1.2, ECDHE',
        tls13: 'TLS 1.3',
      },
      task: 'Choose a handshake in which no secret is sent, and run it. The step in which the server decrypts vanishes.',
      done: (run) =>
        `In ${run.version} with ${run.group} no secret is sent, not even encrypted: both compute it. Lesson 3 shows how.`,
    },
    more: 'Compare it with TLS 1.3',
  },
};
