/** English: lesson 4, the secret in an envelope. */
import { plural } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const envelope: Readonly<Record<string, PartWords>> = {
  inside: {
    name: 'In the envelope',
    title: 'What is in the envelope',
    text: (run) => {
      const [version, random] = run.operation('concatenate', 'client_key_exchange')?.inputs ?? [];
      const encrypt = run.operation('rsa-encrypt');
      return [
        rich`Most texts tell the handshake with ${term('public-key', 'public key')} and envelope: the browser encrypts something with the key from the ${term('certificate')}, and only the server can decrypt it. This is RSA key exchange. TLS 1.2 is the last version to have it, and your run does it for real with ${{ strong: run.suite }}.`,
        rich`Step ${run.number('client_key_exchange')} is the envelope. The browser puts ${version?.bytes.length ?? 0} bytes of version and ${random?.bytes.length ?? 0} random bytes into it. ${encrypt?.inputs[1]?.bytes.length ?? 0} bytes go in, and ${encrypt?.outputs[0]?.bytes.length ?? 0} come out, as many as the RSA key is long.`,
      ];
    },
    question: () => 'Most texts say that the browser sends the session key. What does it really send?',
    choices: (run) => ({
      key: {
        text: 'The key with which the data is then encrypted',
        reason: `So it is usually told. But there is not one key: step ${run.number('derive_key_block')} makes several, for each direction its own, and none of them is sent.`,
      },
      premaster: {
        text: 'The premaster secret, from which both sides compute all keys',
        reason: `The inputs of the operation name it: ${valueLabel(run.operation('rsa-encrypt')?.inputs[1]?.name ?? '', valueNames)}. In step ${run.number('derive_key_block')} both make ${plural(run.length('main_secret'), 'byte', 'bytes')} of main secret from it (in TLS 1.2 texts: master secret), and from that the keys.`,
      },
      main: {
        text: 'The main secret of the connection',
        reason:
          'That one both compute, from what was in the envelope and from what else was said in the handshake. So it is another one in each connection.',
      },
    }),
    change: {
      label: 'Suite',
      options: {
        '003c': 'TLS_RSA_WITH_AES_128_CBC_SHA256',
        '003d': 'TLS_RSA_WITH_AES_256_CBC_SHA256',
        '009d': 'TLS_RSA_WITH_AES_256_GCM_SHA384',
      },
      task: 'Choose a suite with longer keys and run. If the key were in the envelope, more would have to go in.',
      done: (run, before) =>
        `The keys have ${run.length('client_write_key') * 8} bits now instead of ${before.length('client_write_key') * 8}. Into the envelope go ${plural(run.operation('rsa-encrypt')?.inputs[1]?.bytes.length ?? 0, 'byte', 'bytes')}, as before.`,
    },
  },
  proof: {
    name: 'The proof',
    title: 'To open it is to prove it',
    text: (run) => [
      rich`The ${term('private-key', 'private key')} of the server stays where it is. A certificate anyone can copy and show; whoever can use the key that belongs to it is the one named there.`,
      run.operation('rsa-decrypt')
        ? rich`Your run uses ${{ strong: run.suite }}. In step ${run.number('finished')} the server sends its ${term('finished', 'Finished')}, computed from the main secret, and the browser is content.`
        : rich`Your run uses ${{ strong: run.suite }} with the same kind of certificate. Now step ${run.number('server_key_exchange')} carries a half of Diffie-Hellman and a ${term('signature')}.`,
    ],
    question: () => 'What does the server do with its private key in this run?',
    choices: (run) => {
      const decrypts = run.operation('rsa-decrypt') !== undefined;
      return {
        decrypts: {
          text: 'It decrypts, once',
          reason: decrypts
            ? `Step ${run.number('decrypt_premaster_secret')}. It signs nothing: a right Finished in step ${run.number('finished')} is possible only for somebody who could open the envelope, and that is the whole proof.`
            : 'Here no envelope arrives that it could decrypt.',
        },
        signs: {
          text: 'It signs, once',
          reason: decrypts
            ? 'So it is with ECDHE and in TLS 1.3. Here the run has no signature of the server at all.'
            : `Step ${run.number('server_key_exchange')}: ${run.operation('sign', 'server_key_exchange')?.algorithm ?? ''} over its half and both randoms. The key encrypts and decrypts nothing.`,
        },
        data: {
          text: 'It decrypts all data that the browser sends',
          reason:
            'That would be slow, and anyone could send such data. The records are opened with symmetric keys, which both sides have.',
        },
      };
    },
    change: {
      label: 'Suite',
      options: {
        '003c': 'TLS_RSA_WITH_AES_128_CBC_SHA256',
        c02f: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      },
      task: 'Keep the RSA certificate and choose a suite with ECDHE. See what becomes of the step that decrypts.',
      done: (run, before) =>
        `Step ${before.number('decrypt_premaster_secret')} is gone, and step ${run.number('server_key_exchange')} signs with ${run.operation('sign', 'server_key_exchange')?.algorithm ?? ''}. With ECDHE the key of a certificate encrypts nothing: it authenticates.`,
    },
  },
  theft: {
    name: 'The theft',
    title: 'The key is stolen, years later',
    text: (run) => [
      rich`${term('eve', 'Eve')} could not read this run of ${run.version} as it passed: ${run.theft().of} of its messages are protected. But she recorded all ${run.eve.seen}, and a server keeps its key for months or years.`,
      rich`Then the key falls into other hands: by a break-in, a lost backup, an order of a court. Eve now has it, and the old recording.`,
    ],
    question: (run) =>
      `What can she read of the ${run.theft().of} protected messages of this recording, with ${run.suite}?`,
    choices: (run) => {
      const { opened, of } = run.theft();
      const all = opened === of;
      return {
        all: {
          text: 'All of them',
          reason: all
            ? 'The recording has everything the keys were made from, but for what the stolen key gives her. She computes as the server did.'
            : 'The stolen key opens nothing here: nothing in the recording was made with it but a signature.',
        },
        nothing: {
          text: 'None: the keys of that connection were deleted long ago',
          reason: all
            ? 'Deleted, but they can be made again from the recording and the stolen key.'
            : 'They were, and so were the private halves they came from. This is forward secrecy.',
        },
        some: {
          text: 'Only what is sent from now on',
          reason: all
            ? 'That too. But without forward secrecy the past falls together with the key.'
            : 'She can pose as the server from now on. To read she would have to stand in the middle, and the recording stays shut.',
        },
      };
    },
    change: {
      label: 'Key exchange',
      options: {
        rsa: 'RSA (envelope)',
        static: 'ECDH, half in the certificate',
        ephemeral: 'ECDHE, new halves each time',
        tls13: 'TLS 1.3',
      },
      task: 'First answer, and steal the key. Then find a key exchange whose recording stays shut. Two of the four fall with the key.',
      done: (run, before) =>
        `${run.suite}: with the stolen key she opens ${run.theft().opened} of ${run.theft().of} messages, before it was ${before.theft().opened} of ${before.theft().of}. The halves were made for this connection and thrown away, so there is nothing left to steal.`,
    },
    more: 'The same theft on the Attack page',
  },
  oracle: {
    name: 'A torn envelope',
    title: 'Why the server must not complain',
    text: (run) => [
      rich`What is in the envelope is padded (${term('pkcs1', 'PKCS #1 v1.5')}) before it is encrypted. If the padding is wrong after decryption, somebody has tampered with the envelope. In this run ${term('mallory', 'Mallory')}, who can change what passes, flips one bit of the envelope on its way, in step ${run.number('client_key_exchange')}.`,
      rich`The server decrypts it in step ${run.number('decrypt_premaster_secret')}. In your run that ${run.operation('rsa-decrypt')?.verdict === false ? 'fails: no valid padding' : 'succeeds, but with another secret'}.`,
    ],
    question: () => 'When does the server say that something is wrong?',
    choices: (run) => ({
      'at-once': {
        text: 'At once, with decrypt_error',
        reason:
          'Then anyone could send altered envelopes and learn from each answer a little about what is inside. In 1998 Bleichenbacher opened envelopes that way; in 2017 many servers still let him (ROBOT).',
      },
      later: {
        text: 'Later, as if the keys were wrong',
        reason: `It goes on with ${plural(run.operation('random', 'decrypt_premaster_secret')?.outputs[0]?.bytes.length ?? 0, 'random byte', 'random bytes')} that it made before it decrypted. So the record of step ${run.end.at} does not open, and nobody can tell why.`,
      },
      never: {
        text: 'Never: it takes whatever the envelope gives',
        reason: `Whatever it gives, the two sides then have different keys, and the first record under them does not open: step ${run.end.at}.`,
      },
    }),
    change: {
      label: 'Where Mallory strikes',
      options: { '20': 'near the beginning', '140': 'in the middle', '266': 'the last byte' },
      task: 'Let Mallory strike elsewhere and run. The answer of the server must not depend on it.',
      done: (run, before) =>
        `${run.end.alert} in step ${run.end.at}; in the first run it was ${before.end.alert} in step ${before.end.at}. To keep this up in every server and to the microsecond turned out to be too hard, one more reason to drop RSA key exchange.`,
    },
  },
  gone: {
    name: 'Removed',
    title: 'What TLS 1.3 removed, and what it kept',
    text: (run) => [
      rich`No ${term('forward-secrecy', 'forward secrecy')} and a ${term('padding-oracle', 'padding that leaks')}: TLS 1.3 has no RSA key exchange any more. Its suites do not even name a key exchange.`,
      run.version === ''
        ? rich`In this run a browser of ${run.offers} comes with ${run.trace.scenario.browser.suites.length} suites, all of them with RSA key exchange. The server speaks only TLS 1.3.`
        : rich`In this run the browser speaks ${{ strong: run.version }} as the server does. They agreed on ${{ strong: run.suite }} and the group ${{ strong: run.group }}.`,
    ],
    question: () => 'How does this run end?',
    choices: (run) => ({
      version: {
        text: 'The server refuses the version: protocol_version',
        reason:
          run.version === ''
            ? `There is no version that both speak. The server answers the hello with the alert ${run.alert}, and that is the end.`
            : 'Both speak TLS 1.3 here.',
      },
      suite: {
        text: 'The server finds no suite in common: handshake_failure',
        reason:
          run.version === ''
            ? 'It has none in common either, but it does not come to that: the version is settled first.'
            : `They found one: ${run.suite}.`,
      },
      completed: {
        text: 'They agree: the server has an RSA key, so RSA key exchange works',
        reason:
          run.version === ''
            ? 'The key would do. But the protocol has no message in which the envelope could travel.'
            : `They agree, but not on RSA key exchange. The RSA key signs: ${run.operation('sign', 'certificate_verify')?.algorithm ?? ''}.`,
      },
    }),
    change: {
      label: 'Browser',
      options: { old: 'TLS 1.2, only RSA key exchange', new: 'TLS 1.3' },
      task: 'Give the browser TLS 1.3 and run. Look for RSA: the envelope is gone, and something of RSA is still there.',
      done: (run) =>
        `${run.version} with an RSA certificate: in step ${run.number('certificate_verify')} the server signs with ${run.operation('sign', 'certificate_verify')?.algorithm ?? ''}. What was removed is RSA as an envelope, not RSA as a signature.`,
    },
  },
};
