/** English: lesson 2, what the eavesdropper sees. */
import { grouped, plural } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';

export const eavesdropper: Readonly<Record<string, PartWords>> = {
  name: {
    name: 'A name',
    title: 'A name in the clear',
    text: (run) => [
      rich`One server often serves many sites, so the browser must say which one it wants before the server can pick a ${term('certificate')}. At that moment there is no key yet: the name travels in the extension ${term('server-name', 'server_name')} of the ClientHello.`,
      rich`The ClientHello of your run is ${run.bytes('client_hello')} bytes long. ${term('eve', 'Eve')}, who copies whatever passes, copies it too. The marked bytes spell ${{ strong: run.host }}, one byte for each of its ${run.host.length} characters.`,
    ],
    question: () => 'Eve copies this ClientHello. What is the most she can write down?',
    choices: (run) => ({
      size: {
        text: 'Its size and the time, nothing else',
        reason: 'Those too. But no key has been agreed on yet, so she can read every byte of it.',
      },
      name: {
        text: `Also the name, ${run.host}`,
        reason: `${plural(run.host.length, 'byte', 'bytes')} of ASCII, marked in the live example. Encrypted Client Hello (RFC 9849) can hide the name; this browser does not use it.`,
      },
      page: {
        text: `Also the page: ${run.request}`,
        reason: `The path is part of the request. That is step ${run.number('application_data_1')}, sent under application keys.`,
      },
    }),
    change: {
      label: 'Host name',
      task: 'Ask for another name, such as garden.example.org, and run. The ClientHello grows or shrinks by exactly the letters that you changed.',
      refused: 'This is no host name: small letters, digits, hyphens, and at least one dot.',
      done: (run, before) =>
        `${run.host} has ${plural(run.host.length, 'character', 'characters')} instead of ${before.host.length}, and the ClientHello ${plural(run.bytes('client_hello'), 'byte', 'bytes')} instead of ${grouped(before.bytes('client_hello'))}. Everyone on the way can read the name.`,
    },
  },
  certificate: {
    name: 'What 1.3 hid',
    title: 'What TLS 1.3 hid',
    text: (run) => [
      run.message('certificate')?.level === 'plaintext'
        ? rich`In ${run.version} the handshake stays ${term('plaintext', 'readable')} until each side says ChangeCipherSpec. Of the ${run.eve.seen} messages of your run Eve reads ${run.eve.read}.`
        : rich`In ${run.version} keys are there as soon as both hellos are. Of the ${run.eve.seen} messages of your run Eve reads ${run.eve.read}.`,
      rich`Step ${run.number('certificate')} is the ${term('certificate')} of the server, ${run.bytes('certificate')} bytes on the wire. Nobody has proved anything at that point; the browser checks it in step ${run.number('validate_chain')}.`,
    ],
    question: (run) => `What does Eve learn from the Certificate in this run of ${run.version}?`,
    choices: (run) => {
      const open = run.message('certificate')?.level === 'plaintext';
      return {
        reads: {
          text: 'Everything in it: names, issuer, dates',
          reason: open
            ? `It crosses the wire as it is. Even without server_name she would find ${run.trace.scenario.server.names.join(' and ')} in it.`
            : 'Here it is encrypted with handshake keys. In the clear it travels in TLS 1.2.',
        },
        size: {
          text: 'Only how long it is',
          reason: open
            ? 'So it is in TLS 1.3, where the keys are there before the certificate is sent.'
            : `A record of ${plural(run.bytes('certificate'), 'byte', 'bytes')} whose content only the two sides can open.`,
        },
        key: {
          text: 'Everything, and with it the key of the server',
          reason:
            'A certificate holds the public key alone and is no secret. TLS 1.3 hides it because it says who is at the other end.',
        },
      };
    },
    change: {
      label: 'Version',
      options: { tls12: 'TLS 1.2', tls13: 'TLS 1.3' },
      task: 'Run the same visit in TLS 1.3 and watch the marks of Eve in the middle of the rows.',
      done: (run, before) =>
        `In ${run.version} Eve reads ${run.eve.read} of ${run.eve.seen} messages, before it was ${before.eve.read} of ${before.eve.seen}. After ServerHello every message is encrypted, the Certificate too.`,
    },
    more: 'Compare both versions side by side',
  },
  header: {
    name: 'Five bytes',
    title: 'Five bytes that stay in the open',
    text: (run) => [
      rich`Everything travels in records. Each begins with a header of 5 bytes that nothing encrypts: content type, version (on protected records of TLS 1.3 that of TLS 1.2) and length. Without it the receiver would not know where the ${term('record')} ends.`,
      rich`The content type says what is inside: 20 is change_cipher_spec, 21 alert, 22 handshake, 23 application_data. Step ${run.number('certificate')} of your run, the Certificate, is a record of ${run.bytes('certificate')} bytes.`,
    ],
    question: () => 'Which content type does Eve read in the header of this record?',
    choices: () => ({
      certificate: {
        text: '11, Certificate',
        reason:
          'That is the type of the handshake message, one layer further in. In this record it is encrypted.',
      },
      handshake: {
        text: '22, handshake',
        reason: 'The true type is 22, but it stands at the end of the content, encrypted with it.',
      },
      'application-data': {
        text: '23, application_data',
        reason:
          'In TLS 1.3 every protected record says so. By its type Eve cannot tell a certificate from a page.',
      },
    }),
    change: {
      label: 'Key of the certificate',
      options: { ecdsa: 'ECDSA', rsa: 'RSA', ed25519: 'Ed25519' },
      task: 'Give the server a certificate with another key and run. Eve reads as little as before; compare the length.',
      done: (run, before) =>
        `The record of the Certificate has ${plural(run.bytes('certificate'), 'byte', 'bytes')} instead of ${grouped(before.bytes('certificate'))}, that of CertificateVerify ${grouped(run.bytes('certificate_verify'))} instead of ${grouped(before.bytes('certificate_verify'))}. Lengths tell Eve that something changed, not what it says.`,
    },
  },
  sizes: {
    name: 'Sizes',
    title: 'Encrypted is not invisible',
    text: (run) => [
      rich`The request of your browser is ${{ code: run.request }} and its header lines: ${run.inside('application_data_1')} bytes of text. It is encrypted with ${{ strong: run.suite }}, and Eve reads none of it.`,
      rich`She does not have to read it to measure it. Every byte has to arrive, so a long text makes a long record.`,
    ],
    question: (run) =>
      `${plural(run.inside('application_data_1'), 'byte', 'bytes')} of text. How many bytes does Eve count on the wire?`,
    choices: (run) => {
      const inside = run.inside('application_data_1');
      const wire = run.bytes('application_data_1');
      return {
        same: {
          text: `${grouped(inside)}: encryption changes no length`,
          reason:
            'The cipher does not, but the record has a header, and every change must be noticed, which takes a tag.',
        },
        plus: {
          text: `${grouped(wire)}: the text and a fixed number of bytes`,
          reason: `${wire - inside} more than the text: 5 of header, 1 for the true content type, ${wire - inside - 6} of tag. The number is always the same, so Eve subtracts it.`,
        },
        blocks: {
          text: `${grouped((Math.floor(wire / 16) + 1) * 16)}: rounded up to blocks of 16`,
          reason: `So it is with the CBC suites of TLS 1.2. ${run.suite} encrypts byte by byte and rounds nothing.`,
        },
      };
    },
    change: {
      label: 'Page that the browser asks for',
      options: {
        '/cart': '/cart',
        '/orders/2026': '/orders/2026',
        '/account/close-for-good': '/account/close-for-good',
      },
      task: 'Ask for a page with a longer path and run. Compare how much the record grows.',
      done: (run, before) =>
        `The request is ${plural(run.inside('application_data_1') - before.inside('application_data_1'), 'byte', 'bytes')} longer, and so is the record: ${grouped(run.bytes('application_data_1'))} instead of ${grouped(before.bytes('application_data_1'))} bytes. Whoever knows the pages of a site can compare lengths and guess.`,
    },
  },
  notebook: {
    name: 'The notebook',
    title: 'What is left for Eve',
    text: (run) => [
      rich`${term('eve', 'Eve')} has no key, and still her notebook fills: who sent each record, when, of which type, how long. The name she has from the ClientHello.`,
      rich`Step ${run.number('application_data_1')} is the request, step ${run.number('application_data_2')} the answer. The times are those of this page, without a network. On a real wire the pause between the two also tells how far away the server is and how long it worked.`,
    ],
    question: () => 'What can Eve say for certain from her copy of this run?',
    choices: (run) => ({
      nothing: {
        text: 'Nothing: the data is encrypted',
        reason: 'The data is. Who talks to whom, when, and how much, is not part of the data.',
      },
      visit: {
        text: `That somebody asked ${run.host} for something, when, and how much came back`,
        reason: `The name from step ${run.number('client_hello')}, times and lengths from the notebook. Often that is enough to be worth recording.`,
      },
      page: {
        text: `Which page it was: ${run.request}`,
        reason:
          'She reads no word of the request. If a single page of the site has that length she may guess it, but that is a guess.',
      },
    }),
    change: {
      label: 'Padding in each record',
      options: { '0': 'none', '32': '32 zero bytes', '512': '512 zero bytes' },
      task: 'TLS 1.3 lets both sides append zero bytes inside of the encryption. Add some and look at the notebook again.',
      done: (run, before) =>
        `The answer is ${plural(run.bytes('application_data_2'), 'byte', 'bytes')} on the wire instead of ${grouped(before.bytes('application_data_2'))}. But the same ${run.trace.scenario.server.padding} are in every protected record, and whoever knows that subtracts them. A length is hidden only if different texts are padded to one length.`,
    },
  },
};
