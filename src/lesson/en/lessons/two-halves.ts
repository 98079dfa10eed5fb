/** English: lesson 3, two halves of a secret. */
import { grouped, plural } from '../../catalog.ts';
import { digitsOf } from '../../lessons/facts.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const twoHalves: Readonly<Record<string, PartWords>> = {
  small: {
    name: 'Small numbers',
    title: 'A secret agreed on in public',
    text: (run) => {
      const [, half, prime] = run.operation('agree')?.inputs ?? [];
      return [
        rich`${term('diffie-hellman', 'Diffie-Hellman')} lets two sides agree on a secret while everyone listens. Prime and base are public. Each side picks a secret number, raises the base to it, and sends the remainder modulo the prime: that is its half. What it receives it raises to its own secret number, and both arrive at the same result. Pick the secret numbers below.`,
        rich`The live example does the same with a prime of ${(prime?.bytes.length ?? 0) * 8} bits, that is ${digitsOf(prime?.bytes)} digits. Step ${run.number('server_key_exchange')} carries prime, base and the half of the server; step ${run.number('client_key_exchange')} the half of the browser, ${half?.bytes.length ?? 0} bytes each.`,
      ];
    },
    question: (run) => `What of all this crossed the wire in your run with ${run.suite}?`,
    choices: (run) => ({
      halves: {
        text: 'Prime, base and both halves',
        reason: `Steps ${run.number('server_key_exchange')} and ${run.number('client_key_exchange')}, in the clear. For the way from a half back to its secret number (the discrete logarithm) nobody knows a procedure that would finish.`,
      },
      numbers: {
        text: 'The two secret numbers as well',
        reason:
          'They never leave the side that picked them. In the small example Eve finds one by trying, because there are so few.',
      },
      secret: {
        text: 'The result, encrypted with the public key of the server',
        reason:
          'That is RSA key exchange, another procedure. Here nothing is encrypted and nothing secret is sent: both sides compute the result.',
      },
    }),
    change: {
      label: 'Prime of the server',
      options: {
        ffdhe2048: '2 048 bits (ffdhe2048)',
        ffdhe3072: '3 072 bits (ffdhe3072)',
        modp1024: '1 024 bits, as was common once',
      },
      task: 'Let the server use a larger prime and run. Watch the length of its half in ServerKeyExchange.',
      done: (run, before) => {
        const [, half, prime] = run.operation('agree')?.inputs ?? [];
        return `The prime has ${digitsOf(prime?.bytes)} digits now. Each half is ${plural(half?.bytes.length ?? 0, 'byte', 'bytes')} instead of ${grouped(before.operation('agree')?.inputs[1]?.bytes.length ?? 0)}, and ServerKeyExchange ${grouped(run.bytes('server_key_exchange'))} instead of ${grouped(before.bytes('server_key_exchange'))}.`;
      },
    },
  },
  x25519: {
    name: 'The real one',
    title: 'The two halves of your run',
    text: (run) => {
      const agree = run.operation('agree', 'derive_handshake_keys');
      return [
        rich`Today the numbers are points on an elliptic curve, and shorter. The idea is the same: a secret number, a half for everyone. In TLS 1.3 the halves are called ${term('key-share', 'key shares')}. The browser sends its own in ClientHello already, the server answers in ServerHello.`,
        rich`Your run agreed on ${{ strong: run.group }}. Each half is ${agree?.inputs[1]?.bytes.length ?? 0} bytes long. In step ${run.number('server_hello')} the server computes ${agree?.outputs[0]?.bytes.length ?? 0} bytes of secret, in step ${run.number('derive_handshake_keys')} the browser the same ones. None of them is ever sent.`,
      ];
    },
    question: () => 'What does the browser put into its computation?',
    choices: (run) => {
      const agree = run.operation('agree', 'derive_handshake_keys');
      return {
        'one-each': {
          text: 'Its own private half and the public half of the server',
          reason: `The inputs of the operation say so: ${agree?.inputs.map(({ name }) => valueLabel(name, valueNames)).join(' and ') ?? ''}. The server does it the other way round.`,
        },
        'both-public': {
          text: 'The two public halves',
          reason: 'Those Eve has as well. If they were enough, she would have the secret too.',
        },
        'both-private': {
          text: 'The two private halves',
          reason: 'The private half of the server never leaves the server.',
        },
        certificate: {
          text: 'Its own private half and the public key of the certificate',
          reason: `That key takes no part in the secret. It checks a signature, in step ${run.number('verify_signature')}.`,
        },
      };
    },
    change: {
      label: 'Group',
      options: { '001d': 'x25519', '0017': 'secp256r1', '0018': 'secp384r1', '0019': 'secp521r1' },
      task: 'Let the browser offer another curve and run. Compare the lengths.',
      done: (run, before) => {
        const agree = run.operation('agree', 'derive_handshake_keys');
        const earlier = before.operation('agree', 'derive_handshake_keys');
        return `${run.group}: a half has ${plural(agree?.inputs[1]?.bytes.length ?? 0, 'byte', 'bytes')} instead of ${earlier?.inputs[1]?.bytes.length ?? 0}, because one byte of format and both coordinates of the point are sent. The secret has ${agree?.outputs[0]?.bytes.length ?? 0}.`;
      },
    },
  },
  whose: {
    name: 'Whose half?',
    title: 'Whose half is it?',
    text: (run) => {
      const sign = run.operation('sign', 'server_key_exchange');
      return [
        rich`Diffie-Hellman protects against whoever listens. It does not say whose half has arrived: ${term('mallory', 'Mallory')}, who can change what passes, could send each side a half of her own and share a secret with both.`,
        sign
          ? rich`So the server signs its half, in step ${run.number('server_key_exchange')} of this run of ${run.version}: ${sign.outputs[0]?.bytes.length ?? 0} bytes of ${{ strong: sign.algorithm }}. On the way Mallory changes one bit of the half.`
          : rich`Your run uses ${{ strong: run.suite }}: in step ${run.number('server_key_exchange')} the server sends its half without a ${term('signature')}, an ${term('anonymous-key-exchange', 'anonymous key exchange')}. On the way Mallory changes one bit of it.`,
      ];
    },
    question: () => 'Who notices that the half was changed?',
    choices: (run) => {
      const signed = run.operation('sign', 'server_key_exchange') !== undefined;
      return {
        signature: {
          text: 'The browser, by the signature',
          reason: signed
            ? `Step ${run.number('verify_signature')}: the signature does not fit the half that arrived. Mallory cannot make another one without the private key of the server.`
            : 'Here nobody signs: anon in the name of the suite says so.',
        },
        finished: {
          text: 'The server, when a record does not open',
          reason: signed
            ? 'Different halves give different secrets, so it would. But the browser checks the signature before it sends its own half.'
            : `Step ${run.number('client_finished')}: with different halves both computed different secrets.`,
        },
        nobody: {
          text: 'Nobody: a half is a random number anyway',
          reason:
            'One bit is enough to make the two secrets different, so in the end somebody does. A Mallory who deals out valid halves of her own would stay unnoticed where nobody signs.',
        },
      };
    },
    change: {
      label: 'Half of the server',
      options: { signed: 'signed (ECDHE_ECDSA)', anonymous: 'not signed (ECDH_anon)' },
      task: 'Let both sides use an anonymous suite and run. See how much later the change comes to light.',
      done: (run, before) =>
        `${run.suite}: noticed in step ${run.end.at} instead of ${before.end.at}, and only because the two secrets differ. With a half of her own for each side Mallory would hold both secrets, and nobody would object. No browser offers such suites.`,
    },
    more: 'Change other bytes yourself',
  },
  hybrid: {
    name: 'The hybrid',
    title: 'A second secret, for later',
    text: (run) => {
      const kem = run.operation('decapsulate', 'derive_handshake_keys');
      const whole = run.operation('concatenate', 'derive_handshake_keys');
      return [
        rich`A large quantum computer would find the secret number from a half, on every curve. ${term('eve', 'Eve')} can record today and wait for one. So browsers add a second, ${term('post-quantum', 'post-quantum')} secret from ${term('ml-kem', 'ML-KEM')}, for which no such shortcut is known.`,
        kem
          ? rich`It is no Diffie-Hellman. The browser sends a public key of ${run.operation('encapsulate')?.inputs[0]?.bytes.length ?? 0} bytes, the server makes a secret with it and returns ${kem.inputs[1]?.bytes.length ?? 0} bytes in which only the browser finds it. In ${{ strong: run.group }} the two secrets stand one behind the other: ${whole?.inputs.map(({ bytes }) => bytes.length).join(' + ')} bytes.`
          : rich`Your run agreed on ${{ strong: run.group }} alone: ${run.operation('agree', 'derive_handshake_keys')?.outputs[0]?.bytes.length ?? 0} bytes of secret, and nothing besides.`,
      ];
    },
    question: (run) =>
      `Years later Eve can compute the elliptic-curve secret of this recording. Does she then know the shared secret of ${run.group}?`,
    choices: (run) => {
      const whole = run.operation('concatenate', 'derive_handshake_keys');
      const parts = whole?.inputs.map(({ bytes }) => bytes.length) ?? [];
      return {
        half: {
          text: 'No: she lacks the part from ML-KEM',
          reason: whole
            ? `She has one of two parts, and all keys come from both. Should ML-KEM fall instead, the curve still holds: that is why there are ${parts.length}.`
            : 'In this run there is no part from ML-KEM.',
        },
        all: {
          text: 'Yes: one broken exchange is enough',
          reason: whole
            ? 'With a curve alone it would be. A hybrid falls only when both of its parts fall.'
            : `Here it is: ${run.group} is all that stands between her and the keys.`,
        },
        signature: {
          text: 'No: the signature of the certificate still protects it',
          reason:
            'A signature shows who sent the half, at the moment of the handshake. It hides nothing, now or later.',
        },
      };
    },
    change: {
      label: 'Group',
      options: { '11ec': 'X25519MLKEM768', '11eb': 'SecP256r1MLKEM768', '001d': 'x25519 alone' },
      task: 'Take the second secret away and run, to see what it costs.',
      done: (run, before) =>
        `With ${run.group} alone ClientHello has ${plural(run.bytes('client_hello'), 'byte', 'bytes')} instead of ${grouped(before.bytes('client_hello'))}, ServerHello ${grouped(run.bytes('server_hello'))} instead of ${grouped(before.bytes('server_hello'))}. The hybrid costs bytes, no round trip; without it one broken curve opens the recording.`,
    },
  },
};
