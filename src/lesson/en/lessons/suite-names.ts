/** English: lesson 5, reading a suite's name. */
import { grouped, plural } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { listOf, rich, term } from '../../rich.ts';

export const suiteNames: Readonly<Record<string, PartWords>> = {
  letters: {
    name: 'The letters',
    title: 'A name that is a recipe',
    text: (run) => [
      rich`A cipher is one algorithm. A ${term('cipher-suite', 'cipher suite')} is a set of them that both sides use together, and up to TLS 1.2 its name lists them: how the secret is made, what the server proves itself with, what encrypts the data, and a ${term('hash')}.`,
      rich`Your run agreed on ${{ strong: run.suite }}. Before WITH stand key exchange and authentication, behind it cipher, mode and hash. The server chose it in step ${run.number('server_hello')}.`,
    ],
    question: () => 'What does RSA mean in this name?',
    choices: (run) => {
      const envelope = run.operation('rsa-encrypt') !== undefined;
      return {
        signs: {
          text: 'Authentication: the server signs with an RSA key',
          reason: envelope
            ? 'With another word in front of it, it would. Here RSA stands alone, and the server signs nothing.'
            : `${run.operation('sign')?.algorithm ?? ''} in step ${run.number('server_key_exchange')}. The secret itself is made by ${run.suite.split('_')[1] ?? ''}, the word in front of RSA, here with ${run.group}.`,
        },
        encrypts: {
          text: 'Key exchange: the browser encrypts a secret with an RSA key',
          reason: envelope
            ? `Step ${run.number('client_key_exchange')}. RSA stands alone before WITH, so it is both: the exchange, and, by decrypting, the proof.`
            : 'Only where RSA stands alone before WITH. Here another word in front of it names the exchange.',
        },
        data: {
          text: 'Encryption: the data is encrypted with RSA',
          reason: `The data is encrypted with ${run.operation('seal', 'application_data_1')?.algorithm ?? ''}, which stands behind WITH. RSA is far too slow for data.`,
        },
      };
    },
    change: {
      label: 'Suite',
      options: {
        c02f: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        '009e': 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
        '009c': 'TLS_RSA_WITH_AES_128_GCM_SHA256',
      },
      task: 'Choose a suite in which the same three letters mean something else, and run it.',
      done: (run, before) =>
        `${run.suite}: in step ${run.number('client_key_exchange')} RSA encrypts the premaster secret. In ${before.suite} it signed, in step ${before.number('server_key_exchange')}.`,
    },
  },
  build: {
    name: 'Build one',
    title: 'Build a name and run it',
    text: (run) => [
      rich`Four families, and some members: key exchange by ${term('ephemeral', 'ECDHE or DHE')} (new halves each time), ${term('static-diffie-hellman', 'ECDH or DH')} (the half of the server is in its certificate), ${term('rsa', 'RSA')} or ${term('psk', 'PSK')}; authentication by ${term('ecdsa', 'ECDSA')}, RSA, ${term('dsa', 'DSS')} (that is DSA) or PSK; a cipher such as ${term('aes', 'AES')}, ${term('chacha20-poly1305', 'ChaCha20')}, ${term('camellia', 'Camellia')} or ${term('aria', 'ARIA')}; a hash.`,
      rich`Not every combination exists. A suite is what has a number in the registry: RFC 5246 itself defines 37 for TLS 1.2, and the registry holds some 350 for all versions. Your run uses ${{ strong: run.suite }}.`,
    ],
    question: () => 'How does the server tell the browser in ServerHello which suite it chose?',
    choices: (run) => ({
      number: {
        text: 'By one number of 2 bytes',
        reason: `${run.code}, marked in the live example. The offer in ClientHello is a list of such numbers.`,
      },
      text: {
        text: 'By its name, as text',
        reason: 'Names are for people. No letter of it crosses the wire.',
      },
      parts: {
        text: 'By four numbers, one for each algorithm',
        reason:
          'Then every combination would be possible. TLS 1.3 goes half of that way: it agrees on group and signature apart from the suite.',
      },
    }),
    change: {
      label: 'TLS_',
      lists: {
        exchange: 'Key exchange',
        authentication: 'Authentication',
        cipher: 'Cipher and mode',
        hash: 'Hash',
      },
      task: 'Build a name with another key exchange than ECDHE and another cipher than AES_128_GCM that is registered, and run it. Where both first words are the same, one stands for both.',
      refused: 'No registered suite has this name.',
      done: (run) =>
        `${run.suite} is number ${run.code}. At work in it: ${[run.group, run.operation('rsa-encrypt')?.algorithm, run.operation('sign')?.algorithm, (run.operation('seal') ?? run.operation('encrypt'))?.algorithm].filter(Boolean).join(', ')}.`,
    },
    more: 'All suites in a table',
  },
  hash: {
    name: 'The hash',
    title: 'What the last word does',
    text: (run) => {
      const mac = run.operation('hmac', 'application_data_1');
      return [
        rich`The last word of the name is a ${term('hash')}. Most people take it for what protects the records against changes. Whether it does depends on the cipher.`,
        mac
          ? rich`In your run ${{ strong: run.suite }} encrypts the record of step ${run.number('application_data_1')} and adds ${mac.outputs[0]?.bytes.length ?? 0} bytes of ${term('mac', 'MAC')}. ${run.inside('application_data_1')} bytes of text become ${run.bytes('application_data_1')} on the wire.`
          : rich`In your run ${{ strong: run.suite }} closes the record of step ${run.number('application_data_1')} in one operation, an ${term('aead', 'AEAD')}: it encrypts and adds a ${term('tag')}. ${run.inside('application_data_1')} bytes of text become ${run.bytes('application_data_1')} on the wire.`,
      ];
    },
    question: (run) => `What is ${run.suite.split('_').at(-1) ?? ''} good for in this run?`,
    choices: (run) => {
      const mac = run.operation('hmac', 'application_data_1');
      const prf = run.operation('prf')?.algorithm ?? '';
      const named = run.suite.endsWith('_SHA') ? 'SHA-1' : prf;
      return {
        records: {
          text: 'For a MAC in every record, and nothing else',
          reason: mac
            ? named === mac.algorithm && named !== prf
              ? `HMAC with ${mac.algorithm} in every record. Keys and Finished come from ${prf}: TLS 1.2 uses nothing less for them, whatever the name says.`
              : 'It makes the MAC. But the keys come from the same hash.'
            : 'So it is usually told. With an AEAD no record has a MAC: the tag comes from the cipher itself.',
        },
        keys: {
          text: 'For the keys and for Finished; no record needs it',
          reason: mac
            ? 'So it is with an AEAD. A CBC cipher notices no change by itself, so each record needs a MAC.'
            : `Step ${run.number('derive_key_block')} makes all keys with a PRF on ${prf}, and both Finished are made with it. The record is protected by the tag of the AEAD.`,
        },
        both: {
          text: 'For both: keys and Finished, and a MAC in every record',
          reason: mac
            ? named === prf
              ? `A PRF on ${prf} in step ${run.number('derive_key_block')}, HMAC with ${mac.algorithm} in every record.`
              : `The MAC, yes. The keys are made with ${prf}, not with ${named}.`
            : 'So it is with a CBC cipher and SHA256. Here no operation of the record uses a hash.',
        },
      };
    },
    change: {
      label: 'Suite',
      options: {
        c02f: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        c027: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
        c013: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
      },
      task: 'Choose a suite with CBC, run, and look at the operations of the record.',
      done: (run, before) => {
        const mac = run.operation('hmac', 'application_data_1');
        return `Now each record carries ${plural(mac?.outputs[0]?.bytes.length ?? 0, 'byte', 'bytes')} of HMAC with ${mac?.algorithm ?? ''}, and the same request takes ${grouped(run.bytes('application_data_1'))} bytes on the wire instead of ${grouped(before.bytes('application_data_1'))}.`;
      },
    },
  },
  choice: {
    name: 'Who chooses',
    title: 'Two lists, one choice',
    text: (run) => [
      rich`The browser offers suites in step ${run.number('client_hello')}, favourite first: ${listOf(
        run.suites('browser').map((code) => ({ code })),
        'and',
      )}.`,
      rich`The server has a list as well: ${listOf(
        run.suites('server').map((code) => ({ code })),
        'and',
      )}. In this run it goes by the order of ${run.trace.scenario.server.preference === 'server' ? 'its own list' : 'the browser'}.`,
    ],
    question: () => 'Which suite does the server choose?',
    choices: (run) =>
      Object.fromEntries(
        run.suites('browser').map((name) => {
          const place = run.suites(run.trace.scenario.server.preference).indexOf(name) + 1;
          return [
            name,
            {
              text: name,
              reason:
                name === run.suite
                  ? `Place ${place} in the list that counts, and the other side has it too. The first such suite is chosen.`
                  : `Place ${place} in the list that counts. ${name.includes('256_GCM') ? 'A longer key wins nothing here: lengths are not compared, places are.' : 'An earlier one is in both lists.'}`,
            },
          ];
        }),
      ),
    change: {
      label: 'Whose order counts',
      options: { server: 'the server’s', browser: 'the browser’s' },
      task: 'Let the server go by the order of the browser, and run.',
      done: (run, before) =>
        `Now it is ${run.suite}, first in the list of the browser; before it was ${before.suite}. The lists are the same, only the rule is another one.`,
    },
  },
  left: {
    name: 'What left',
    title: 'What left the name in TLS 1.3',
    text: (run) => [
      rich`${{ strong: run.suite }} is a name of TLS 1.3. WITH is gone, and so are the two words before it: cipher, mode and hash are left.`,
      rich`Key exchange and authentication are still there. Your run made its secret with ${{ strong: run.group }}, and the server signed with ${{ strong: run.scheme }}.`,
    ],
    question: (run) => `Where did the two sides agree on ${run.group}?`,
    choices: (run) => ({
      lists: {
        text: 'In lists of their own: supported_groups and key_share',
        reason: `The browser offers groups beside the suites, and in step ${run.number('server_hello')} the server answers with one of each. For signatures there is a third list, signature_algorithms.`,
      },
      suite: {
        text: 'In the suite: each implies its key exchange',
        reason: `So it was up to TLS 1.2. ${run.suite} runs with any group.`,
      },
      fixed: {
        text: 'Nowhere: TLS 1.3 has a single key exchange',
        reason: `There are several, and the group says which. This browser offers ${plural(run.trace.scenario.browser.groups.length, 'group', 'groups')}: Diffie-Hellman on curves, and a hybrid of it with ML-KEM.`,
      },
    }),
    change: {
      label: 'Key of the certificate',
      options: { ecdsa: 'ECDSA', rsa: 'RSA', ed25519: 'Ed25519' },
      task: 'Give the server a certificate with another key and run. In TLS 1.2 that would need another suite.',
      done: (run, before) =>
        `Still ${run.suite}, now signed with ${run.scheme} instead of ${before.scheme}. Because the three choices no longer multiply, TLS 1.3 gets by with few suites: RFC 9846 defines 5.`,
    },
    more: 'All suites in a table',
  },
};
