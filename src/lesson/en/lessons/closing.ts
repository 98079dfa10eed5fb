/** English: the questions of the closing check. Each is asked about a run that the learner has not seen. */
import { roundTripsOf } from '../../../lab/departures.ts';
import type { ClosingWords } from '../../lessons/closing/model.ts';
import {
  changedMessage,
  endingOf,
  hashInName,
  readable,
  sharesHybrid,
  shownIn,
  versionNames,
} from '../../lessons/evidence.ts';
import type { LessonSlug } from '../../lessons/lessons.ts';
import { listOf, plainText, rich, term } from '../../rich.ts';

export const closing: Readonly<Record<LessonSlug, ClosingWords>> = {
  'what-for': {
    topic: 'Agreeing on a key',
    known: (run) => rich`Browser and server agreed on ${run.version} with ${{ strong: run.suite }}.`,
    question: () => 'How did the secret behind all keys get from one side to the other?',
    choices: (run) => {
      const sealed = run.operation('rsa-encrypt') !== undefined;
      return {
        clear: {
          text: 'In the clear, in the hellos',
          reason: 'The hellos carry randoms and public halves. Whoever has them all still has no key.',
        },
        encrypted: {
          text: 'Encrypted with the server’s public key',
          reason: sealed
            ? `Step ${run.number('client_key_exchange')}: the browser made the premaster secret and encrypted it with the key in the certificate.`
            : `So it is in RSA key exchange. In this run ${run.group} was agreed on, and the certificate’s key only signed.`,
        },
        computed: {
          text: 'Not at all: both computed it',
          reason: sealed
            ? `That is Diffie-Hellman. This suite begins with TLS_RSA: the secret travels, in step ${run.number('client_key_exchange')}.`
            : `Each sent a public half in ${run.group} and computed the same secret from the other’s.`,
        },
      };
    },
  },
  eavesdropper: {
    topic: 'What Eve reads',
    known: (run) =>
      rich`The browser fetched ${run.request.split(' ')[1]} from ${run.host}, in ${run.version} with ${{ strong: run.suite }}. Eve has a copy of everything.`,
    question: () => 'Besides sizes and times: what can she read?',
    choices: (run) => {
      const page = readable(run.trace, 'application_data_1');
      const certificate = readable(run.trace, 'certificate');
      return {
        name: {
          text: 'The host name, but neither certificate nor page',
          reason: certificate
            ? `More than that: in ${run.version} the certificate of step ${run.number('certificate')} is in the clear.`
            : `server_name stands in the ClientHello, before there are keys. The certificate in step ${run.number('certificate')} is already encrypted.`,
        },
        certificate: {
          text: 'The host name and the certificate, not the page',
          reason: page
            ? 'The page as well: look at the cipher in the suite’s name.'
            : certificate
              ? `Up to step ${run.number('client_change_cipher_spec')} everything is in the clear, the certificate included; the request is not.`
              : `So it is in TLS 1.2. In this run the certificate comes after the keys, in step ${run.number('certificate')}.`,
        },
        page: {
          text: 'All of it, the page too',
          reason: page
            ? `NULL is the cipher: step ${run.number('application_data_1')} is protected against changes by a MAC, and against nobody’s eyes.`
            : `Step ${run.number('application_data_1')} is encrypted with ${run.operation('seal', 'application_data_1')?.algorithm ?? ''}.`,
        },
      };
    },
  },
  'two-halves': {
    topic: 'A recording, kept for later',
    known: (run) =>
      rich`The two agreed on ${run.version} and exchanged shares in ${{ strong: run.group }}. Eve keeps the recording for years.`,
    question: () => 'One day a quantum computer breaks elliptic curves. What does it open for her?',
    choices: (run) => {
      const hybrid = sharesHybrid(run.trace);
      return {
        all: {
          text: 'Everything: the secret follows from the shares',
          reason: hybrid
            ? `It gives her one of two secrets. The other came from ML-KEM, and ${run.group} mixes both.`
            : `${run.group} is a curve and nothing else. From a public half such a machine computes the private one, and from there every key.`,
        },
        nothing: {
          text: 'Nothing',
          reason: hybrid
            ? `${run.group} joins a curve with ML-KEM, and the secret stays closed as long as one of the two holds.`
            : `Nothing in this exchange would hold her up: ${run.group} is a curve alone.`,
        },
        already: {
          text: 'She needs no such machine: both shares were in the clear',
          reason:
            'They were, and she has them. Today nobody can compute the secret from two public halves of this size.',
        },
      };
    },
  },
  envelope: {
    topic: 'A key stolen later',
    known: (run) =>
      rich`Eve recorded this run of ${run.version} with ${{ strong: run.suite }}. A year later she steals the private key of the server’s certificate.`,
    question: () => 'What of the recording can she read now?',
    choices: (run) => {
      const sealed = run.operation('rsa-encrypt') !== undefined;
      return {
        all: {
          text: 'All of it',
          reason: sealed
            ? `The key opens step ${run.number('client_key_exchange')}, where the premaster secret lies encrypted. All other keys follow from it.`
            : 'The stolen key only signed. No secret was ever encrypted with it.',
        },
        some: {
          text: 'What the server sent, not what the browser sent',
          reason:
            'The keys of both directions come from one secret. She has it or she does not; there is no half.',
        },
        nothing: {
          text: 'Nothing',
          reason: sealed
            ? `There is no forward secrecy in this suite: the secret of step ${run.number('client_key_exchange')} was encrypted with this very key.`
            : `Both made their halves in ${run.group} for this run alone and forgot them. With the stolen key she can pose as the server from now on, but not look back.`,
        },
      };
    },
  },
  'suite-names': {
    topic: 'The last part of a name',
    known: (run) => rich`${run.version}, and the suite is ${{ strong: run.suite }}.`,
    question: (run) => `What does ${hashInName(run)} at the end of the name do?`,
    choices: (run) => {
      const seal = run.operation('seal', 'application_data_1');
      const hmac = run.operation('hmac', 'application_data_1');
      return {
        mac: {
          text: 'It is the MAC that protects every record',
          reason: hmac
            ? `Step ${run.number('application_data_1')}: HMAC with ${hmac.algorithm} over the record. CBC alone would let anyone change it.`
            : `The records are protected by ${seal?.algorithm ?? ''}, an AEAD that brings its own tag. No HMAC touches them.`,
        },
        derive: {
          text: 'It is the hash by which the keys are derived',
          reason: hmac
            ? 'In TLS 1.2 the keys are derived with SHA-256 even where the name says nothing of it. In a CBC suite the last part is the MAC.'
            : `${run.operation('hkdf-expand-label') ? 'HKDF' : 'The PRF'} works with it, and so does the hash over the transcript. ${seal?.algorithm ?? ''} brings its own tag.`,
        },
        sign: {
          text: 'It is the hash of the server’s signature',
          reason: run.scheme
            ? `That is negotiated apart from the suite: ${run.scheme}.`
            : 'In this run the server signs nothing: the key exchange is RSA.',
        },
      };
    },
  },
  'who-are-you': {
    topic: 'Who is there',
    known: (run) => rich`A run of ${run.version} with ${{ strong: run.suite }}.`,
    question: () => 'Which message first proves that the server has the private key of its certificate?',
    choices: (run) => {
      const own = run.operation('sign', 'certificate_verify') !== undefined;
      const share = run.operation('sign', 'server_key_exchange') !== undefined;
      return {
        certificate: {
          text: 'Certificate',
          reason: 'A certificate is public. Anyone who has seen it can send it.',
        },
        'certificate-verify': {
          text: 'CertificateVerify',
          reason: own
            ? `Step ${run.number('certificate_verify')}: a signature over everything said so far, checked in step ${run.number('verify_signature')}.`
            : `The server sends none in ${run.version}; there the message is the client’s.`,
        },
        'server-key-exchange': {
          text: 'ServerKeyExchange',
          reason: share
            ? `Step ${run.number('server_key_exchange')} carries the server’s share and a signature over it and both randoms.`
            : own
              ? 'TLS 1.3 has no such message any more.'
              : 'This suite has none: with RSA key exchange the server has no share to send.',
        },
        finished: {
          text: 'Finished',
          reason:
            own || share
              ? 'It proves that both have the same keys. The certificate’s key was proved before.'
              : `Only the holder of that key can decrypt the premaster secret. A Finished that fits, step ${run.number('finished')}, shows that the server could.`,
        },
      };
    },
  },
  'chain-of-trust': {
    topic: 'A path to a root',
    known: (run) => {
      const held = run.trace.trust?.browser;
      const { aia } = run.trace.scenario.browser;
      return rich`The server sends ${listOf(
        run.chain.sent.map(({ name }) => name),
        'and',
      )}. The browser ${(held?.cached.length ?? 0) > 0 ? 'kept the intermediate from an earlier visit' : 'kept nothing from earlier visits'}, ${aia ? 'fetches what is missing' : 'fetches nothing'}, and ${held?.known.length === 0 ? 'has' : 'does not have'} the root in its store.`;
    },
    question: () => 'Does it find a path?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      const error = run.trace.outcome.kind === 'failed' ? run.trace.outcome.error.code : '';
      const missing = error === 'issuer-not-found';
      return {
        found: {
          text: 'Yes',
          reason: ending
            ? `No: the server got ${ending.named} in return.`
            : 'From the leaf over the intermediate to a root in the store. The order in which they were sent does not matter, nor where each came from.',
        },
        missing: {
          text: 'No: the intermediate is missing',
          reason: missing
            ? `Nobody sent it, and the browser has no copy. The root alone does not help: it did not sign the leaf. Alert: ${ending?.named ?? ''}.`
            : 'The intermediate is at hand in this run.',
        },
        root: {
          text: 'No: it ends in a root that is not trusted',
          reason:
            ending && !missing
              ? `The path is complete and ends in a root that is not in the store. Alert: ${ending.named}.`
              : missing
                ? 'The search does not get as far as a root.'
                : 'The root is in the store. It need not be sent.',
        },
      };
    },
  },
  offices: {
    topic: 'A revoked certificate',
    known: (run) =>
      rich`The authority has ${{ strong: 'revoked' }} the server’s certificate; chain, dates and name are in order. The browser ${run.trace.scenario.browser.revocation === 'off' ? 'asks nobody about revocation' : run.trace.scenario.browser.statusRequest ? rich`reads the OCSP response that the server ${term('stapling', 'staples')}` : 'looks into the authority’s revocation list'}.`,
    question: () => 'Does the browser connect?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      return {
        connects: {
          text: 'Yes',
          reason: ending
            ? `No: it closes with ${ending.named}.`
            : 'Nothing in the certificate says that it was revoked. Who does not ask does not learn it.',
        },
        refused: {
          text: 'No: it learns of the revocation',
          reason: ending
            ? `Step ${ending.step}: the serial number is marked as revoked, in a statement that the authority signed. ${ending.named}.`
            : 'It could only learn of it from a list or an answer, and it looks at neither.',
        },
        signature: {
          text: 'No: the authority’s signature in it is no longer valid',
          reason:
            'The signature stays right for ever: revoking changes no byte of a certificate. What is revoked stands somewhere else.',
        },
      };
    },
  },
  'nobody-changed': {
    topic: 'A changed message',
    known: (run) => {
      const step = changedMessage(run.trace);
      return rich`Mallory changes ${{ strong: step?.message ?? '' }} (step ${(step?.index ?? 0) + 1}) on its way to the ${step?.to}. What is left still looks like a message of its kind.`;
    },
    question: () => 'Who notices first?',
    choices: (run) => {
      const step = changedMessage(run.trace);
      const ending = endingOf(run.trace);
      const how = `Step ${ending?.step ?? ''}, with ${ending?.named ?? ''}. ${
        step?.level === 'plaintext'
          ? 'The two have different transcripts now, so they derive different keys, and the first protected record does not open.'
          : 'The record no longer fits its tag, and without the key nobody can make another.'
      }`;
      return {
        browser: {
          text: 'The browser',
          reason: ending?.by === 'browser' ? how : 'The changed message does not come to the browser at all.',
        },
        server: {
          text: 'The server',
          reason:
            ending?.by === 'server'
              ? how
              : 'To the server nothing breaks a rule. The first protected record comes from the server itself, and goes to the browser.',
        },
        nobody: {
          text: 'Nobody',
          reason:
            'Every byte of the handshake goes into the transcript, and every protected record has a tag. A change cannot stay unseen.',
        },
      };
    },
  },
  'asks-back': {
    topic: 'A client certificate',
    known: (run) =>
      rich`The server insists on a client certificate. The browser shows ${{ strong: kinds[run.trace.scenario.browser.clientCertificate] ?? '' }}.`,
    question: () => 'What does the server say?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      const client = shownIn(run.trace, 'client_certificate');
      const right = (alert: string, reason: string, other: string): string =>
        ending?.alert === alert ? `Step ${ending.step}: ${reason}` : other;
      return {
        accepted: {
          text: 'Nothing: it goes on',
          reason: ending
            ? `It closes with ${ending.named}.`
            : `Issued by ${client?.issuer ?? ''}, which is on its list; within its dates; for the right purpose; and the signature in step ${run.number('client_certificate_verify')} fits.`,
        },
        certificate_required: {
          text: 'certificate_required',
          reason: right(
            'certificate_required',
            'an empty list came, and this server does not go on without.',
            'That is for a browser that shows none.',
          ),
        },
        certificate_expired: {
          text: 'certificate_expired',
          reason: right(
            'certificate_expired',
            'its time is over. The signature may be as right as ever.',
            client
              ? 'The dates are in order in this run.'
              : 'There is no certificate whose time could be over.',
          ),
        },
        unknown_ca: {
          text: 'unknown_ca',
          reason: right(
            'unknown_ca',
            `${client?.issuer ?? ''} is not on the server’s list.`,
            'That is for an authority the server does not know.',
          ),
        },
        unsupported_certificate: {
          text: 'unsupported_certificate',
          reason: right(
            'unsupported_certificate',
            `it is for ${client?.purposes.join(', ') ?? ''}, and a client needs clientAuth.`,
            'That is for a certificate with the wrong purpose.',
          ),
        },
      };
    },
  },
  'two-versions': {
    topic: 'Round trips',
    known: (run) => {
      const { negotiated } = run.trace;
      return rich`A run of ${{ strong: run.version }}. ${
        negotiated.earlyData === 'accepted'
          ? 'The browser comes back with a ticket that permits early data, and uses it.'
          : negotiated.resumed === true || negotiated.psk !== undefined
            ? 'The browser comes back with a ticket.'
            : negotiated.helloRetryRequest
              ? 'The browser is new here, and sent no share for the group that the server wants.'
              : 'The browser is new here, and everything goes as it should.'
      }`;
    },
    question: () =>
      'How many round trips pass before the first byte of the request leaves? TCP is not counted.',
    choices: (run) => {
      const trips = roundTripsOf(run.trace);
      const { negotiated } = run.trace;
      return {
        '0': {
          text: 'None',
          reason:
            trips === 0
              ? 'The key comes from the ticket, so the request goes out right behind the hello. Its price: it can be replayed.'
              : 'That takes a ticket that permits early data, and TLS 1.3.',
        },
        '1': {
          text: 'One',
          reason:
            trips === 1
              ? negotiated.resumed === true
                ? 'Both know the secret from last time, so the server’s Finished comes with its first answer.'
                : 'The share came with the hello; the server’s answer brings everything up to its Finished.'
              : trips === 0
                ? 'Without early data it would be one.'
                : negotiated.helloRetryRequest
                  ? 'It would be, had the first share fitted.'
                  : `${run.version} needs one for the hellos and one more for keys and Finished.`,
        },
        '2': {
          text: 'Two',
          reason:
            trips === 2
              ? negotiated.helloRetryRequest
                ? `One was lost in step ${run.number('hello_retry_request')}, HelloRetryRequest.`
                : `One until ServerHelloDone, one until the server’s Finished, step ${run.number('finished')}.`
              : 'That is TLS 1.2 with a stranger, or TLS 1.3 after a wrong guess.',
        },
        '3': {
          text: 'Three',
          reason: 'No handshake of TLS 1.2 or 1.3 takes that many.',
        },
      };
    },
  },
  'thirty-years': {
    topic: 'Old and new',
    known: (run) => {
      const { browser, server } = run.trace.scenario;
      return rich`The client speaks ${{ strong: list(browser.versions) }}, the server ${{ strong: list(server.versions) }}.`;
    },
    question: () => 'How does it end?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      return {
        agree: {
          text: 'They agree on the best version that both know',
          reason: ending
            ? 'There is none that both still speak.'
            : `${run.version}. It is old, and with ${run.suite} still sound.`,
        },
        server: {
          text: 'The server closes with protocol_version',
          reason:
            ending?.by === 'server'
              ? `Step ${run.number('alert')}: ${ending.named}. The hello offers nothing that the server still speaks.`
              : ending
                ? 'A server that old answers with its own version, as if nothing were wrong.'
                : `It need not: ${run.version} is on both lists.`,
        },
        browser: {
          text: 'The client closes with protocol_version',
          reason:
            ending?.by === 'browser'
              ? `Step ${ending.step}: the answer names ${list(run.trace.scenario.server.versions)}, which the client did not offer.`
              : ending
                ? 'It gets no ServerHello that it could object to.'
                : `It need not: ${run.version} is what it offered.`,
        },
      };
    },
  },
};

const kinds: Readonly<Record<string, string>> = {
  none: 'none',
  valid: 'one from the server’s own authority',
  expired: 'one from the server’s own authority that ended weeks ago',
  'unknown-issuer': 'one from an authority of another company',
  'wrong-purpose': 'one from the right authority that was made for servers',
};

function list(versions: readonly number[]): string {
  return plainText(listOf(versionNames(versions), 'and'));
}
