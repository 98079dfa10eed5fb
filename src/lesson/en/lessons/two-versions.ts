/** English: lesson 11, TLS 1.2 against 1.3. */
import { roundTripsOf } from '../../../lab/departures.ts';
import { grouped, plural } from '../../catalog.ts';
import {
  dummiesIn,
  endingOf,
  groupWithoutShare,
  handshakeBytes,
  tripsOfBoth,
} from '../../lessons/evidence.ts';
import { factsOf } from '../../lessons/facts.ts';
import type { PartWords } from '../../lessons/model.ts';
import { code, rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const twoVersions: Readonly<Record<string, PartWords>> = {
  'round-trips': {
    name: 'Round trips',
    title: 'How often the browser has to wait',
    text: (run) => [
      rich`A ${term('round-trip')} is the time until an answer can be there: one way out, one way back. On a long way it costs more than all the computing of a handshake, and no faster machine shortens it.`,
      run.number('client_key_exchange') > 0
        ? rich`In this run of ${run.version} the browser greets, and the server answers up to step ${run.number('server_hello_done')}. With that in hand the browser sends its ${term('key-share', 'share')} in step ${run.number('client_key_exchange')} and its Finished in step ${run.number('client_finished')}. The Finished of the server is step ${run.number('finished')}.`
        : rich`In this run of ${run.version} the browser puts its ${term('key-share', 'share')} into the ClientHello. The server’s answer completes the exchange, and its Finished, step ${run.number('finished')}, comes along at once.`,
      rich`${run.request.split(' ').slice(0, 2).join(' ')} is step ${run.number('application_data_1')} of ${run.steps}.`,
    ],
    question: () => 'How many round trips pass before the request leaves the browser? TCP is not counted.',
    choices: (run) => {
      const second = run.number('client_key_exchange') > 0;
      return {
        '0': {
          text: 'None: it goes along with the hello',
          reason:
            'At that moment there is no key yet. It takes a key from an earlier visit; see the last part.',
        },
        '1': {
          text: 'One',
          reason: second
            ? `After one the browser knows the server’s share, step ${run.number('server_key_exchange')}. The server does not know the browser’s yet.`
            : `After ServerHello both have the same keys, and step ${run.number('finished')} arrives with it.`,
        },
        '2': {
          text: 'Two',
          reason: second
            ? `One until step ${run.number('server_hello_done')}, ServerHelloDone, and one until step ${run.number('finished')}, the server’s Finished. Some browsers did not wait for that one (False Start, RFC 7918); this one does.`
            : `That was TLS 1.2. Here the browser’s share goes out with the very first message.`,
        },
        '3': {
          text: 'Three',
          reason:
            'Counted with TCP, whose own handshake comes first, TLS 1.2 takes three. TLS alone never does.',
        },
      };
    },
    change: {
      label: 'Version',
      options: { tls12: 'TLS 1.2', tls13: 'TLS 1.3' },
      task: 'Run it with TLS 1.3, and count again.',
      done: (run) =>
        `${run.version}: the request is step ${run.number('application_data_1')}, after ${plural(roundTripsOf(run.trace) ?? 0, 'round trip', 'round trips')}. What the server says between ServerHello and Finished arrives together.`,
    },
    more: 'Both on one clock',
  },
  moved: {
    name: 'What moved',
    title: 'What moved to another place',
    text: (run) => [
      rich`To save the round trip, TLS 1.3 moved the ${term('key-share', 'key shares')} into the ${term('hello', 'hellos')}. TLS 1.2 sends them in ServerKeyExchange and ClientKeyExchange, when the suite is known. Here the browser has to guess which ${term('group')} the server will take, and this ClientHello of ${run.bytes('client_hello')} bytes carries shares for ${run.trace.scenario.browser.keyShares.length} groups. The server took ${{ strong: run.group }}.`,
      rich`With that both have keys from step ${run.number('derive_handshake_keys')} on, and what follows is encrypted, the certificate too: of the ${run.eve.seen} messages of this run Eve reads ${run.eve.read}. The server’s ${term('signature')} moved as well, from ServerKeyExchange to a message of its own, ${term('certificate-verify', 'CertificateVerify')}, and covers not only the share but everything said so far.`,
    ],
    question: (run) =>
      `A server takes ${groupWithoutShare(run.trace)} only. The browser knows that group, but sent no share for it. What happens?`,
    choices: (run) => ({
      fails: {
        text: 'They close: no share fits',
        reason:
          'They have a group in common: supported_groups in the ClientHello says which the browser knows, and that is a longer list than that of its shares.',
      },
      server: {
        text: 'The server sends its share, and the browser follows with one',
        reason:
          'So it goes in TLS 1.2. In TLS 1.3 the ServerHello completes the exchange, so the browser’s share must be there first.',
      },
      retry: {
        text: 'The server asks for a second ClientHello, with another share',
        reason: run.trace.negotiated.helloRetryRequest
          ? `Step ${run.number('hello_retry_request')}, HelloRetryRequest. It may come once.`
          : 'That is HelloRetryRequest. The guess was wrong, nothing is lost but a round trip.',
      },
    }),
    change: {
      label: 'Group that the server accepts',
      options: {
        '11ec': 'X25519MLKEM768',
        '001d': 'x25519',
        '0017': 'secp256r1',
        '0018': 'secp384r1',
      },
      task: 'Let the guess go wrong: choose a group that the browser knows but sent no share for, and run.',
      done: (run) =>
        `Step ${run.number('hello_retry_request')} is a HelloRetryRequest: the server wants ${run.group}, so the browser greets again with a share for it. That costs a round trip; ${plural(roundTripsOf(run.trace) ?? 0, 'round trip', 'round trips')} now, as many as TLS 1.2 takes.`,
    },
  },
  vanished: {
    name: 'What vanished',
    title: 'What vanished',
    text: (run) => [
      rich`TLS 1.3 is TLS 1.2 with much taken away. Gone are ${term('rsa-key-exchange', 'RSA key exchange')} and ${term('static-diffie-hellman', 'fixed Diffie-Hellman keys')}, which have no ${term('forward-secrecy', 'forward secrecy')}; ${term('cbc', 'CBC')} with a separate ${term('mac', 'MAC')}; ${term('rc4', 'RC4')}, ${term('triple-des', '3DES')}, ${term('compression', 'compression')} and ${term('renegotiation')}. Gone are ServerHelloDone and ClientKeyExchange, too.`,
      run.suite === ''
        ? rich`In this run there was nothing left to agree on.`
        : rich`So the name of a ${term('cipher-suite')} became short. ${{ strong: run.suite }} says how records are protected, and the ${term('hash')}; the key exchange (${run.group}) and the signature (${run.scheme}) are negotiated apart from it.`,
      dummiesIn(run.trace) > 0
        ? rich`${term('change-cipher-spec', 'ChangeCipherSpec')} means nothing any more. ${dummiesIn(run.trace)} of them still cross the wire in this run, as dummies, because old ${term('middlebox', 'middleboxes')} want to see one.`
        : rich`${term('change-cipher-spec', 'ChangeCipherSpec')} means nothing any more; where one still crosses the wire, it is a dummy for old ${term('middlebox', 'middleboxes')}.`,
    ],
    question: (run) =>
      `${run.trace.scenario.browser.suites.length > 1 ? 'Browser and server both also accept' : 'The browser offers nothing but'} TLS_RSA_WITH_AES_128_CBC_SHA256. Can TLS 1.3 end up with it?`,
    choices: (run) => ({
      order: {
        text: 'Yes, if the server puts it first in its list',
        reason: `It stands in place ${run.trace.scenario.server.suites.indexOf(0x003c) + 1} of the server’s list, and ${run.suite === '' ? 'nothing came of it' : `the choice was ${run.suite}`}. A suite of TLS 1.2 means nothing in TLS 1.3.`,
      },
      last: {
        text: 'Yes, if nothing else fits',
        reason:
          run.suite === ''
            ? `Nothing else did, and the server closed with ${endingOf(run.trace)?.named ?? ''}.`
            : 'Not even then: offer it alone, and see.',
      },
      no: {
        text: 'No: it belongs to TLS 1.2',
        reason:
          run.suite === ''
            ? `The server closed with ${endingOf(run.trace)?.named ?? ''} rather than use it. Its name promises an RSA key exchange, and TLS 1.3 has none.`
            : 'Its name promises an RSA key exchange and CBC with HMAC, and TLS 1.3 has neither. Its own suites are others.',
      },
    }),
    change: {
      label: 'Suites that the browser offers',
      options: { all: 'those of TLS 1.3, and that one', old: 'that one alone' },
      task: 'Offer TLS 1.3 with that suite alone, and run.',
      done: (run) =>
        `The server closed with ${endingOf(run.trace)?.named ?? ''}: version 1.3 would be fine, but no suite of it was offered. This is the error behind many a “cipher mismatch”.`,
    },
    more: 'All suites of both versions',
  },
  resumption: {
    name: 'Coming back',
    title: 'Coming back with a ticket',
    text: (run) => {
      const first = run.trace.previous;
      return [
        rich`This browser was here ${grouped(run.trace.scenario.resumeAfter)} seconds ago. The first connection left it a ${term('session-ticket')} of ${first && factsOf(first).bytes('new_session_ticket')} bytes on the wire. The ClientHello of the second one brings the ticket back, and by it the server finds the secret that both have kept: ${term('resumption')}.`,
        rich`Nobody shows a certificate this time, and nobody signs. Only those two know that secret, so each Finished proves who sent it. The ${term('handshake')} shrinks from ${first && handshakeBytes(first)} to ${handshakeBytes(run.trace)} bytes.`,
        run.trace.negotiated.pskMode === undefined
          ? rich`Nor do they exchange shares again: the keys of this connection come from the old ${term('main-secret', 'main secret')} and two fresh randoms.`
          : rich`The old secret is a ${term('psk', 'pre-shared key')} now. They exchange fresh shares as well (${run.group}), so this connection has ${term('forward-secrecy', 'forward secrecy')} of its own.`,
      ];
    },
    question: (run) => `How many round trips does coming back save here, in ${run.version}?`,
    choices: (run) => {
      const [before, after] = tripsOfBoth(run.trace);
      const saved = before - after;
      return {
        '0': {
          text: 'None',
          reason:
            saved === 0
              ? `${before} the first time, ${after} now. What is saved is the certificate, the signatures and their checks. Only 0-RTT saves time on the wire.`
              : `${before} the first time, ${after} now. So it would be in TLS 1.3, where the first visit takes no more than one.`,
        },
        '1': {
          text: 'One',
          reason:
            saved === 1
              ? `${before} the first time, ${after} now: with a known secret the server can send its Finished at once.`
              : `That is TLS 1.2. Here it was ${before} the first time, and it is ${after} now.`,
        },
        '2': {
          text: 'Two: the request goes out at once',
          reason: 'A request that goes out with the hello is called 0-RTT, and has to be permitted extra.',
        },
      };
    },
    change: {
      label: 'Version',
      options: { resumption: 'TLS 1.3', 'tls12-resumption': 'TLS 1.2' },
      task: 'Come back with TLS 1.2 instead. What is saved there, and what is missing from the handshake?',
      done: (run) => {
        const [before, after] = tripsOfBoth(run.trace);
        return `${run.version} goes from ${before} to ${plural(after, 'round trip', 'round trips')}. But there is no key exchange at all in this connection: who gets hold of the key that seals the tickets reads it, however long ago it was.`;
      },
    },
  },
  'zero-rtt': {
    name: '0-RTT',
    title: '0-RTT, and its price',
    text: (run) => [
      run.number('early_data_1') > 0
        ? rich`With a ticket the browser has a key before anyone has answered. In step ${run.number('early_data_1')} it sends ${code(run.request)} right behind the hello: ${term('early-data', 'early data')}, after ${roundTripsOf(run.trace) ?? 0} round trips.`
        : rich`The ticket of this server does not permit ${term('early-data', 'early data')}, so the browser waits until the handshake is over.`,
      rich`The price is in the key. It is made from the ticket’s secret and this one hello; nothing fresh from the server is in it. So it has no ${term('forward-secrecy', 'forward secrecy')}, although the rest of this connection has.`,
    ],
    question: () => 'Eve recorded the first flight. She has no key. What can she still do with it?',
    choices: (run) => {
      const accepted = run.trace.negotiated.earlyData === 'accepted';
      return {
        read: {
          text: 'Read the request',
          reason: run.operation('seal', 'early_data_1')
            ? `It is sealed with a key made of the ticket’s secret (${valueLabel(run.operation('seal', 'early_data_1')?.inputs[0]?.name ?? '', valueNames)}), which she cannot compute.`
            : 'In this run the request went out under application keys, like any other.',
        },
        replay: {
          text: 'Send it once more, as it is',
          reason: accepted
            ? 'The same bytes open a second time. The server takes the request before it has heard anything that only a live browser can say. Unless it remembers what it has seen (RFC 9846 §8), it obeys twice. GET /cart does no harm; an order would.'
            : 'This server takes no early data, so a second copy gets her nothing.',
        },
        nothing: {
          text: 'Nothing: every connection has its own keys',
          reason: accepted
            ? 'Every handshake has, because of both randoms. This key was made before the server’s random was there.'
            : 'Here it is so: what was sent early is skipped or was not sent, and the rest hangs on the random of the server.',
        },
      };
    },
    change: {
      label: 'The server',
      options: {
        accept: 'accepts early data',
        refuse: 'permits it, then refuses it',
        off: 'does not permit it',
      },
      task: 'Let the server refuse what it had permitted, and find the request in the run.',
      done: (run) =>
        `It is there twice: ${plural(run.bytes('early_data_1'), 'byte', 'bytes')} in step ${run.number('early_data_1')}, which the server skipped, and again in step ${run.number('application_data_1')}, under application keys. A browser must be ready to repeat, and sends early only what may be repeated.`,
    },
    more: 'Replay it, as Mallory',
  },
};
