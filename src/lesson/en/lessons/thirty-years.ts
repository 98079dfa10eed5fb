/** English: lesson 12, thirty years of SSL and TLS. */
import { plural } from '../../catalog.ts';
import {
  bestOf,
  endingOf,
  lastOf,
  markOf,
  offersTls13,
  provenBy,
  sharesHybrid,
} from '../../lessons/evidence.ts';
import type { PartWords } from '../../lessons/model.ts';
import { code, listOf, plainText, rich, term } from '../../rich.ts';

export const thirtyYears: Readonly<Record<string, PartWords>> = {
  names: {
    name: 'SSL and TLS',
    title: 'One protocol, two names',
    text: (run) => [
      rich`Netscape wrote ${term('ssl', 'SSL')} for its browser. Version 1.0 (1994) was never released, 2.0 came in 1995, 3.0 in 1996; in the same year Netscape handed the protocol to the IETF. From there it came back in 1999 as ${term('tls', 'TLS')} 1.0, RFC 2246. TLS is Transport Layer Security; the “Socket” that many put into the name belongs to SSL.`,
      rich`TLS 1.3 is from 2018. Since July 2026 its document is RFC 9846, which replaces RFC 8446: the same protocol and the same number, with some terms renamed. A version ends when a standard says so; open a line below to see what it died of.`,
      rich`This run agreed on ${{ strong: run.version }}. Its first bytes still carry the years before.`,
    ],
    question: (run) =>
      `Browser and server agree on ${run.version}. Which version does the header of the very first record name?`,
    choices: (run) => ({
      '0304': {
        text: 'TLS 1.3',
        reason: offersTls13(run.trace)
          ? 'That number stands in one place only: the extension supported_versions. Old servers closed when they met a number they did not know, so it was moved where they do not look.'
          : 'The browser does not offer it in this run, so it stands nowhere.',
      },
      '0303': {
        text: 'TLS 1.2',
        reason: offersTls13(run.trace)
          ? 'That is legacy_version, inside of the ClientHello: frozen at the last version that servers took calmly.'
          : 'It stands inside of the ClientHello, as legacy_version. The record around it says something older.',
      },
      '0301': {
        text: 'TLS 1.0',
        reason:
          'The wire begins 16 03 01. The first record has said so since 1999, for servers that would refuse a newer one; nobody acts on it.',
      },
      '0300': {
        text: 'SSL 3.0',
        reason:
          'That would be 16 03 00. A ClientHello of SSL 3.0 begins so, and this server would not take it.',
      },
    }),
    change: {
      label: 'Versions that the browser offers',
      options: { both: 'TLS 1.3 and TLS 1.2', old: 'TLS 1.2 alone' },
      task: 'Let the browser offer TLS 1.2 alone, run, and look for supported_versions.',
      done: (run) =>
        `It is gone from the hello, which now has ${plural(run.bytes('client_hello'), 'byte', 'bytes')}. The field legacy_version is what it was made for again, and the two agree on ${run.version}.`,
    },
  },
  'old-clients': {
    name: 'Old clients',
    title: 'A client from another time',
    text: (run) => [
      rich`This client knows nothing newer than ${{ strong: bestOf(run.trace, 'browser') }}. Its ClientHello has ${run.bytes('client_hello')} bytes and ${run.trace.scenario.browser.suites.length} ${term('cipher-suite', 'cipher suites')}. The server is one of today: it speaks ${bestOf(run.trace, 'server')} and ${lastOf(run.trace, 'server')}.`,
      rich`Each version died of something. In SSL 2.0 nothing protects the handshake, so whoever stands in between picks the cipher (RFC 6176). SSL 3.0 leaves the padding of its records outside of the ${term('mac', 'MAC')}, and through it POODLE reads them byte by byte (2014, RFC 7568). TLS 1.0 starts each record from the end of the one before, which BEAST exploits (2011); TLS 1.1 gave every record a start value of its own.`,
    ],
    question: (run) =>
      `What does the server answer to a client that knows ${bestOf(run.trace, 'browser')} at best?`,
    choices: (run) => {
      const ending = endingOf(run.trace);
      const failed = ending !== undefined;
      return {
        agrees: {
          text: `It speaks ${bestOf(run.trace, 'browser')} with it`,
          reason: failed
            ? 'It could, if it still had it. A server takes the best version that both know, and these two know none in common.'
            : `It is the best version that both know. They completed the handshake in ${plural(run.steps, 'step', 'steps')}.`,
        },
        alert: {
          text: 'An alert, and it closes',
          reason: failed
            ? `${ending.named}, in step ${run.number('alert')}. No certificate was sent and no key was made; the client learns one word.`
            : 'It would with an older client. This one knows a version that the server still has.',
        },
        silence: {
          text: 'Nothing, it just hangs',
          reason:
            'Some devices in between do that. A TLS server says why it closes, and this alert goes out in the clear.',
        },
      };
    },
    change: {
      label: 'Best version of the client',
      options: {
        '0300': 'SSL 3.0 (1996)',
        '0301': 'TLS 1.0 (1999)',
        '0302': 'TLS 1.1 (2006)',
        '0303': 'TLS 1.2 (2008)',
        '0304': 'TLS 1.3 (2018)',
      },
      task: 'Find the oldest client that this server still talks to.',
      done: (run) =>
        `${run.version}, of August 2008. Its document is obsolete, its use is not: with forward secrecy and an AEAD, as in ${run.suite}, it is still sound.`,
    },
  },
  'old-servers': {
    name: 'Old servers',
    title: 'A server that nobody updated',
    text: (run) => [
      rich`Now the other way round: a browser of today, and a server that speaks ${{ strong: bestOf(run.trace, 'server') }} and nothing better. The browser offers ${bestOf(run.trace, 'browser')} first; the server answers with what it has.`,
      rich`TLS 1.0 and 1.1 rest on MD5 and ${term('sha-1', 'SHA-1')} together, in the signatures of the handshake and in the key derivation (${term('prf', 'PRF')}), and neither can be exchanged. It is not the certificate’s signature that is weak. PCI DSS drove TLS 1.0 out of card payments by 30 June 2018; RFC 8996 deprecates both versions for everyone since March 2021.`,
    ],
    question: () => 'Who ends this connection?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      return {
        server: {
          text: 'The server: it is too old for this browser',
          reason:
            'An old server does not know what it does not know. It finds its own version in the hello, or thinks so, and answers.',
        },
        browser: {
          text: 'The browser, when it reads the answer',
          reason: ending
            ? `Step ${ending.step} names ${bestOf(run.trace, 'server')}, which the browser did not offer. It sends ${ending.named}. What each client prints stands under the run.`
            : `It would, if the answer named a version it had not offered. ${run.version} it did offer.`,
        },
        nobody: {
          text: 'Nobody: they connect',
          reason: ending
            ? 'For some years browsers did, with a warning. Today’s stop here, and there is nothing to click away.'
            : `With ${run.version}, which the browser still offers.`,
        },
      };
    },
    change: {
      label: 'Best version of the server',
      options: {
        '0300': 'SSL 3.0',
        '0301': 'TLS 1.0',
        '0302': 'TLS 1.1',
        '0303': 'TLS 1.2',
      },
      task: 'Update the server until today’s browser connects.',
      done: (run) =>
        `${run.version} with ${run.suite}: the browser offers two versions, and the older of them was enough.`,
    },
  },
  downgrade: {
    name: 'Downgrade',
    title: 'Why old versions have to go',
    text: (run) => [
      rich`An old version that is only kept in reserve is a danger too, if somebody in between can bring it about. When servers choked on new versions, browsers tried again with older ones; ${term('mallory', 'Mallory')} had only to disturb the first try. That is how POODLE brought browsers down to SSL 3.0.`,
      run.trace.scenario.network.length > 0
        ? rich`Here she is finer. Both sides speak ${bestOf(run.trace, 'browser')} and ${lastOf(run.trace, 'browser')}. She gives the extension ${code('supported_versions')} in the hello a number that nobody knows, and to the server the browser looks like one of TLS 1.2.`
        : rich`In this run she lets everything pass. Both sides speak ${bestOf(run.trace, 'browser')} and ${lastOf(run.trace, 'browser')}.`,
    ],
    question: (run) =>
      run.trace.scenario.network.length > 0
        ? 'TLS 1.2 is allowed on both sides. What comes of it?'
        : 'Nobody interferes. What comes of it?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      return {
        agree: {
          text: 'They connect',
          reason: ending
            ? 'Allowed is not chosen. Each of them would have taken TLS 1.3, and one of them can tell.'
            : `With ${run.version}, the best that both know.`,
        },
        browser: {
          text: 'The browser stops at ServerHello',
          reason: ending
            ? `The server’s random ends in ${markOf(run.trace)}: so a server that knows TLS 1.3 marks every answer below it. The browser had asked for more, and sends ${ending.named}.`
            : 'It would, if the server had answered with less than both can do.',
        },
        finished: {
          text: 'It comes out at Finished',
          reason: ending
            ? 'It would, since the two saw different hellos. The mark is there so that it comes out before anything else is trusted.'
            : 'Both saw the same messages, so both Finished fit.',
        },
      };
    },
    change: {
      label: 'Mallory',
      options: { hides: 'hides the version', absent: 'is not there' },
      task: 'Take Mallory off the wire and run. What do the same two agree on now?',
      done: (run) =>
        `${run.version}, and the server’s random is random to its last byte. The protection works because both sides know the newer version; a version that is switched off needs none.`,
    },
    more: 'Be Mallory in the Lab',
  },
  'post-quantum': {
    name: 'What comes next',
    title: 'What comes next',
    text: (run) => [
      rich`A large quantum computer would break ${term('elliptic-curve', 'elliptic curves')} and RSA alike. None is known that can, but what is recorded today can be opened then. So the key exchange came first: ${{ strong: run.group }} joins a curve and ${term('ml-kem', 'ML-KEM')}, and holds as long as one of the two does (${term('hybrid')}). Its price stands in the hellos: ${run.bytes('client_hello')} and ${run.bytes('server_hello')} bytes.`,
      rich`Signatures are less urgent: to forge one, the computer must exist while the connection is made. In step ${run.number('verify_signature')} the browser checks the server’s with ${{ strong: provenBy(run.trace)[0] ?? '' }}.`,
    ],
    question: () => 'What in this run rests on curves or RSA alone?',
    choices: (run) => {
      const inOrder = plainText(listOf(provenBy(run.trace), 'and'));
      const algorithms = plainText(listOf([...new Set(provenBy(run.trace))], 'and'));
      const hybrid = sharesHybrid(run.trace);
      return {
        exchange: {
          text: 'The key exchange',
          reason: hybrid
            ? `${run.group} has a second leg that is not a curve.`
            : `${run.group} is a curve and nothing else.`,
        },
        signatures: {
          text: 'Signatures',
          reason: `The browser checked ${inOrder}: first the one of the handshake, then those in the certificates.`,
        },
        both: {
          text: 'Both',
          reason: hybrid
            ? `The exchange does not: ${run.group} is a hybrid.`
            : `The exchange (${run.group}) and the signatures (${algorithms}).`,
        },
        nothing: {
          text: 'Nothing any more',
          reason: `${run.group} protects what is sent. The proof of who sent it rests on ${algorithms}.`,
        },
      };
    },
    change: {
      label: 'Key of the certificate',
      options: {
        tls13: 'ECDSA',
        'rsa-certificate': 'RSA',
        'post-quantum-certificate': 'ML-DSA-65',
      },
      task: 'Give the server a key of a new kind, run, and compare the sizes.',
      done: (run) =>
        `CertificateVerify has ${plural(run.bytes('certificate_verify'), 'byte', 'bytes')} now, the certificates ${plural(run.bytes('certificate'), 'byte', 'bytes')}. One proof is still of the old kind: ${provenBy(run.trace).at(-1) ?? ''}, the root’s. New roots have to reach every store first.`,
    },
  },
};
