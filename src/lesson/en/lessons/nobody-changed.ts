/** English: lesson 9, nobody changed a word. */
import { grouped, plural } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import type { RunFacts } from '../../lessons/facts.ts';
import { firstProtected } from '../../lessons/evidence.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

/** 'server' of a run in which somebody noticed. */
const who = ({ end }: RunFacts): string => (end.noticedBy === 'server' ? 'server' : 'browser');

export const nobodyChanged: Readonly<Record<string, PartWords>> = {
  transcript: {
    name: 'One hash for all',
    title: 'Both remember every word',
    text: (run) => {
      const hash = run.operation('hash', 'certificate_verify', 'server');
      return [
        hash
          ? rich`Each side keeps every handshake message, in order, as it was sent or as it arrived: the ${term('transcript')}. In step ${run.number('certificate_verify')} the server has ${hash.inputs[0]?.bytes.length ?? 0} bytes of it, makes a ${term('transcript-hash', 'hash')} of ${hash.outputs[0]?.bytes.length ?? 0} bytes with ${{ strong: hash.algorithm }}, and signs that, with a line before it that says what the signature is for. The browser checks the signature against the hash of its own copy.`
          : rich`Each side keeps every handshake message, in order, as it was sent or as it arrived: the ${term('transcript')}. Mallory changed one bit on the way, so the two copies differ, and so do their hashes.`,
        run.end.completed
          ? rich`The hash goes into every traffic key as well. Step ${run.number('derive_handshake_keys')} mixes it into the ${term('handshake-keys', 'handshake keys')}: two sides that did not hear the same words do not even have the same keys.`
          : rich`The ${who(run)} noticed in step ${run.end.at}, long before a signature came: ${run.end.what} does not open. The hash goes into every key, so the two sides have different ones, and it closes with ${{ code: run.end.alert }}.`,
      ];
    },
    question: () => 'Mallory flips one bit of the server’s random on its way. Who notices it first?',
    choices: (run) => {
      const first = firstProtected(run.trace);
      return {
        signature: {
          text: 'The browser: the signature in CertificateVerify does not fit',
          reason: 'It would not fit, but the browser does not get so far. CertificateVerify comes encrypted.',
        },
        keys: {
          text: 'The browser: the first encrypted message does not open',
          reason: run.end.completed
            ? `Step ${(first?.index ?? 0) + 1}, ${first?.message ?? ''}, comes under keys made with the hash over both hellos. With another hello in its copy, the browser makes others.`
            : `Step ${run.end.at}, ${run.end.what}: the server made its keys with the hash over the hellos that it knows, the browser with another.`,
        },
        server: {
          text: 'The server: the browser’s Finished does not fit',
          reason: 'It would not, but the browser has closed long before.',
        },
        nobody: {
          text: 'Nobody: a random number has no meaning',
          reason: 'It has none, but it is in the transcript, as every byte of both hellos is.',
        },
      };
    },
    change: {
      label: 'Mallory on the wire',
      options: {
        nothing: 'changes nothing',
        'server-random': 'flips a bit of ServerHello.random',
        'client-random': 'flips a bit of ClientHello.random',
      },
      task: 'Let Mallory flip that bit, and run. Then let her flip one of the browser’s random: the server takes it, and who notices?',
      done: (run) =>
        `The ${who(run)} noticed in step ${run.end.at}: ${run.end.what} does not open with keys made from another transcript. It closes with ${run.end.alert}.`,
    },
    more: 'Play Mallory yourself',
  },
  finished: {
    name: 'Finished',
    title: 'Finished: do we mean the same handshake?',
    text: (run) => {
      const prf = run.operation('prf', 'client_finished', 'browser');
      const hashed = run.operation('hash', 'client_finished', 'browser')?.inputs[0]?.bytes.length ?? 0;
      const there = run.operation('hash', 'client_finished', 'server')?.inputs[0]?.bytes.length ?? 0;
      return [
        rich`This run is ${run.version}, as it was before RFC 7627. The signature of step ${run.number('server_key_exchange')} covers both randoms and the server’s half of the ${term('key-exchange')}, and nothing else. What the browser offered, anyone on the wire could shorten.`,
        run.end.completed
          ? rich`What guards it is ${term('finished', 'Finished')}. In step ${run.number('client_finished')} the browser computes ${prf?.outputs[0]?.bytes.length ?? 0} bytes from the ${term('main-secret', 'main secret')} (called master secret before RFC 9846) and from the hash of the ${hashed} bytes that it has sent and heard. The server computes the same from its own copy and compares.`
          : rich`Mallory has struck suites from the ClientHello. The server chose from what was left, ${{ code: run.suite }}, and both went on. The browser hashed ${hashed} bytes, the server ${there}. In step ${run.number('client_finished')} the server compares ${term('finished', 'Finished')} with its own value and closes with ${{ code: run.end.alert }}.`,
      ];
    },
    question: () =>
      'Mallory sees all these messages and can hash them too. Why can she not write a Finished that fits?',
    choices: (run) => {
      const secret = run.operation('prf', 'client_finished', 'browser')?.inputs[0];
      return {
        hash: {
          text: 'Only browser and server can compute the hash',
          reason:
            'A hash needs no key. She computes it as well as they do, over the messages as she likes them.',
        },
        key: {
          text: 'She would need the private key of the certificate',
          reason: 'That key signs once, in ServerKeyExchange. It has no part in Finished.',
        },
        secret: {
          text: 'She lacks the secret that goes into it',
          reason: `Finished is made with the ${valueLabel(secret?.name ?? '', valueNames)}, ${secret?.bytes.length ?? 0} bytes that both sides computed and that never crossed the wire.`,
        },
      };
    },
    change: {
      label: 'Mallory on the wire',
      options: {
        nothing: 'changes nothing',
        strip: 'leaves two suites of the offer',
      },
      task: 'Let Mallory strike suites from the offer, as she would to get the one that she can break. Run and see how far the two get.',
      done: (run) => {
        const sent = run.operation('hash', 'client_finished', 'browser')?.inputs[0]?.bytes.length ?? 0;
        const heard = run.operation('hash', 'client_finished', 'server')?.inputs[0]?.bytes.length ?? 0;
        return `They got to step ${run.end.at}. There the server compared: ${grouped(heard)} bytes of handshake on its side, ${grouped(sent)} on the browser’s. It closed with ${run.end.alert}, before any data. In TLS 1.3 the keys differ already.`;
      },
    },
  },
  downgrade: {
    name: 'Talked down',
    title: 'Talked down to an older version',
    text: (run) => [
      run.end.completed
        ? rich`This browser offers TLS 1.2 and nothing newer; nobody touched its ClientHello. The server, which speaks TLS 1.3 too, answers with ${run.version}.`
        : rich`The browser offers TLS 1.3 and 1.2. Mallory gives the extension ${term('supported-versions', 'supported_versions')} another number on the way, so the server sees a browser that knows TLS 1.2 only, and answers with ${run.version}. Older versions have weaknesses; that is what Mallory is after.`,
      rich`The server’s ${term('random')}, marked in the run, ends in ${{ code: run.endOfRandom }}. Servers of TLS 1.2 alone have random bytes there; look at what these spell in ASCII.`,
    ],
    question: () => 'Who can tell by these bytes that somebody has meddled?',
    choices: ({ end }) => ({
      every: {
        text: 'Every browser that gets them',
        reason:
          'A browser that offers TLS 1.2 and nothing newer gets the same bytes from this server, and nobody has meddled.',
      },
      offered: {
        text: 'A browser that offered TLS 1.3',
        reason: end.completed
          ? 'They spell DOWNGRD: I can do better, and was not asked to. This browser did not ask, so it goes on.'
          : `They spell DOWNGRD: so a server that speaks TLS 1.3 marks every answer below it (RFC 9846 §4.2.3). This browser had asked for more, so it closes in step ${end.at} with ${end.alert}. Mallory cannot wipe the mark away unnoticed: with ECDHE the server’s signature covers the random.`,
      },
      server: {
        text: 'The server that wrote them',
        reason: 'To the server the browser looks like an old one. It cannot know who shortened the offer.',
      },
      nobody: {
        text: 'Nobody: a random is random',
        reason: 'The rest of it is. These bytes are the same in every answer of this kind.',
      },
    }),
    change: {
      label: 'This browser offers',
      options: { both: 'TLS 1.3 and 1.2, and Mallory meddles', old: 'TLS 1.2 only, and nobody meddles' },
      task: 'Take a browser that knows TLS 1.2 only, without Mallory, and run. The server leaves the same mark.',
      done: (run) =>
        `${run.version}, connected. The random ends in ${run.endOfRandom} as before, but this browser offered nothing newer. The server cannot know who shortened the offer; the browser can.`,
    },
  },
  records: {
    name: 'Every record',
    title: 'After the handshake: every record by itself',
    text: (run) => {
      const open = run.operation('open', 'application_data_1');
      const cut = run.trace.outcome.kind === 'stalled';
      const replayed = run.number('unreadable_record') > 0;
      return [
        rich`Finished covers the handshake. What comes after it is under ${term('symmetric-encryption')} and guarded ${term('record')} by record, with ${{ strong: open?.algorithm ?? '' }}: an ${term('aead', 'AEAD')} encrypts and adds a ${term('tag')}. The request of this run is ${run.bytes('application_data_1')} bytes on the wire, tag included.`,
        cut
          ? rich`Mallory has cut the wire behind the answer. What came before is whole and untouched. But nobody said goodbye: without ${term('close-notify', 'close_notify')} a receiver cannot know whether more was to come. That is called ${term('truncation')}.`
          : replayed
            ? rich`Mallory has sent the record of step ${run.number('application_data_1')} a second time, unchanged: a ${term('replay')}. The number of the record goes into its ${term('nonce')}: the server expects the next one, and the copy does not open.`
            : rich`Mallory cannot read the record, but she knows where the first letters of the request lie, and has flipped bits there. A bit flipped in the ciphertext is flipped in the data: without a tag, GET would arrive as another word.`,
      ];
    },
    question: () => 'Mallory flips bits in a record that she cannot read. Who notices?',
    choices: (run) => ({
      nobody: {
        text: 'Nobody: the data only arrives garbled',
        reason:
          'So it would be with encryption alone. An AEAD yields no data at all when the tag does not fit.',
      },
      end: {
        text: 'Both, at the end of the connection',
        reason: 'There is no check at the end. By then the request would long have been carried out.',
      },
      tag: {
        text: 'The receiver, at this very record',
        reason:
          run.end.what === 'ApplicationData'
            ? `In step ${run.end.at} the ${who(run)} computes the tag anew, finds another one, and closes with ${run.end.alert}. To make one that fits takes the key.`
            : 'It computes the tag anew before it looks at the data. To make one that fits takes the key.',
      },
    }),
    change: {
      label: 'Mallory on the wire',
      options: {
        flip: 'flips bits of the request',
        replay: 'sends the request a second time',
        cut: 'cuts the wire behind the answer',
      },
      task: 'Let Mallory send the same, untouched record a second time: pay twice, if it worked. Then let her cut the wire, which nobody can prevent.',
      done: (run) =>
        `The copy does not open: the ${who(run)} closes in step ${run.end.at} with ${run.end.alert}. ${plural(run.bytes('application_data_1'), 'byte', 'bytes')}, all of them right, only at the wrong place in the order.`,
    },
    more: 'Play Mallory yourself',
  },
};
