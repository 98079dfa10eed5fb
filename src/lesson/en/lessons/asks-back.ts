/** English: lesson 10, the server asks back. */
import { plural } from '../../catalog.ts';
import { endingOf, readable, rootNames, shownIn } from '../../lessons/evidence.ts';
import type { RunFacts } from '../../lessons/facts.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const asksBack: Readonly<Record<string, PartWords>> = {
  request: {
    name: 'An extra step',
    title: 'The server asks back',
    text: (run) => [
      rich`In most runs only the server shows who it is. In step ${run.number('certificate_request')} this server wants to know it of the browser too: CertificateRequest, ${run.bytes('certificate_request')} bytes, with the ${term('signature-scheme', 'signature schemes')} it can check and the authority it accepts.`,
      rich`The browser answers with the messages that the server used: ${term('certificate', 'Certificate')} in step ${run.number('client_certificate')}, then CertificateVerify in step ${run.number('client_certificate_verify')}, a ${term('signature')} over everything said so far. Both sides have now proved who they are, which is called ${term('client-certificate', 'mutual TLS')}.`,
    ],
    question: (run) =>
      `The browser shows its certificate in step ${run.number('client_certificate')}. What must have happened before?`,
    choices: (run) => ({
      nothing: {
        text: 'Nothing: both sides may show theirs at the same time',
        reason: `The server’s certificate was step ${run.number('certificate')}. Only a server that shows a certificate of its own may ask for one; in TLS 1.2, which knows anonymous servers, those must not (RFC 5246 §7.4.4).`,
      },
      verified: {
        text: 'The browser has checked the server’s certificate and signature',
        reason: late(run)
          ? `Steps ${run.number('validate_chain')} and ${run.number('verify_signature')}, long before. The browser knows whom it tells its name.`
          : `Steps ${run.number('validate_chain')} and ${run.number('verify_signature')}. The browser knows whom it tells its name.`,
      },
      data: {
        text: 'The browser has sent its request',
        reason: late(run)
          ? `In this run it has, in step ${run.number('application_data_1')}; only then did the server ask. It need not be so.`
          : `The request is step ${run.number('application_data_1')}. It waits until the whole handshake is over.`,
      },
    }),
    change: {
      label: 'When the server asks',
      options: {
        'client-certificate': 'in the handshake',
        'post-handshake-auth': 'after the first request',
      },
      task: 'Let the server ask only when a request has come, as for a page that not everyone may see. Run, and find the CertificateRequest.',
      done: (run) =>
        `It is now step ${run.number('certificate_request')}, after the request in step ${run.number('application_data_1')}. TLS 1.3 permits that only if the browser offered it in its hello (post_handshake_auth). Browsers as they are shipped hardly ever do, and HTTP/2 forbids it (RFC 9113 §9.2.3).`,
    },
  },
  'side-by-side': {
    name: 'Side by side',
    title: 'Two certificates, side by side',
    text: (run) => {
      const server = shownIn(run.trace, 'certificate');
      const client = shownIn(run.trace, 'client_certificate');
      return [
        rich`Both are certificates of the same kind, ${term('x509', 'X.509')}. ${{ strong: server?.name ?? '' }} was issued by ${server?.issuer} for the purpose ${{ code: server?.purposes.join(', ') ?? '' }}, ${{ strong: client?.name ?? '' }} by ${client?.issuer} for ${{ code: client?.purposes.join(', ') ?? '' }}. The ${term('extended-key-usage', 'purpose')} is checked, so neither can stand in for the other.`,
        rich`The server’s certificate names a host, and the browser compares it with the address bar. The browser’s names a person or a device; nobody compares it with a host, and what the name means is for the server to say.`,
        readable(run.trace, 'client_certificate')
          ? rich`In ${run.version} both travel in the clear: Eve reads whose they are, ${client?.name} included.`
          : rich`In ${run.version} both travel encrypted. Of the browser’s, Eve learns that it takes ${run.bytes('client_certificate')} bytes.`,
      ];
    },
    question: (run) =>
      `What does the browser use the private key of ${shownIn(run.trace, 'client_certificate')?.name ?? ''} for?`,
    choices: (run) => {
      const sign = run.operation('sign', 'client_certificate_verify');
      const seal = run.operation('seal', 'application_data_1');
      return {
        encrypt: {
          text: 'To encrypt what it sends',
          reason: `The data is encrypted with a key for ${seal?.algorithm ?? ''} that both sides computed (${valueLabel(seal?.inputs[0]?.name ?? '', valueNames)}). It would be encrypted without any client certificate.`,
        },
        agree: {
          text: 'To compute the keys of the connection',
          reason: `Those come from the key shares in ${run.group}, made for this connection only.`,
        },
        sign: {
          text: 'To sign, once',
          reason: `${sign?.algorithm ?? ''}, in step ${run.number('client_certificate_verify')}. No other operation of this run touches the key. A client certificate says who is there; it encrypts nothing.`,
        },
      };
    },
    change: {
      label: 'Version',
      options: {
        'client-certificate': 'TLS 1.3',
        'tls12-client-certificate': 'TLS 1.2',
      },
      task: 'Run the same with TLS 1.2 and look at what Eve can read of the browser’s certificate.',
      done: (run) =>
        `In ${run.version} the client’s Certificate is step ${run.number('client_certificate')}, ${plural(run.bytes('client_certificate'), 'byte', 'bytes')} in the clear. Eve reads ${shownIn(run.trace, 'client_certificate')?.name ?? ''} off the wire.`,
    },
  },
  'trust-list': {
    name: 'Whom it accepts',
    title: 'The server has a list of its own',
    text: (run) => {
      const client = shownIn(run.trace, 'client_certificate');
      return [
        client
          ? rich`The browser shows ${{ strong: client.name }}, issued by ${client.issuer}. In step ${run.number('validate_client_chain')} the server looks for a ${term('path')} to a ${term('trust-anchor')}, checks dates and purpose, and whether the certificate was ${term('revocation', 'revoked')}.`
          : rich`The browser shows no certificate in this run, so there is nothing to check.`,
        rich`For this the server has a list of its own, with ${plural(run.trace.trust?.server.store.length ?? 0, 'root', 'roots')} on it. Anyone can run an authority for their own people, and that is the usual way: its root is then the only one on the list.`,
      ];
    },
    question: (run) =>
      `The browser trusts ${plural(run.chain.roots, 'root', 'roots')}. From how many of them does this server accept a client certificate?`,
    choices: (run) => ({
      all: {
        text: 'From all: a trusted root is a trusted root',
        reason:
          'They vouch for servers, to this browser. If they counted here, anyone who buys a certificate could come in.',
      },
      one: {
        text: `From one: ${run.chain.anchor}, which vouches for the server`,
        reason: 'In a company it may be the same authority. Nothing in TLS asks for it.',
      },
      none: {
        text: 'From none',
        reason: `Its own list holds ${rootNames(run.trace, 'server').join(', ')}, which the browser does not know. CertificateRequest in step ${run.number('certificate_request')} names it, so that the browser can choose a certificate that fits.`,
      },
    }),
    change: {
      label: 'What the browser shows',
      options: {
        none: 'nothing',
        valid: 'a valid certificate',
        expired: 'an expired one',
        'not-yet-valid': 'one that is not valid yet',
        'unknown-issuer': 'one from another authority',
        'wrong-purpose': 'one that is for servers',
        revoked: 'a revoked one',
      },
      task: 'Find the certificate that makes the server say unknown_ca. On the way, note what it says to the others.',
      done: (run) =>
        `The server closed with ${endingOf(run.trace)?.named ?? ''}: the certificate was issued by ${shownIn(run.trace, 'client_certificate')?.issuer ?? ''}, which is not on its list. Without the key of that authority the signature in the certificate cannot even be checked.`,
    },
    more: 'Both lists, with switches',
  },
  'ask-or-insist': {
    name: 'Ask or insist',
    title: 'To ask is not to insist',
    text: (run) => [
      rich`This server asks in step ${run.number('certificate_request')}. The browser has no certificate to show.`,
      rich`What happens next is the server’s decision, and servers have a setting for it: ask and go on without (${{ code: 'SSLVerifyClient optional' }} in Apache), or ask and insist (${{ code: 'SSLVerifyClient require' }}). nginx, told to insist, completes the handshake all the same and refuses one layer up, with an HTTP error. This one is set to ${{ strong: run.trace.scenario.server.clientAuth === 'require' ? 'insist' : 'ask' }}.`,
    ],
    question: () => 'The browser has no certificate. What does it send?',
    choices: (run) => ({
      nothing: {
        text: 'Nothing: it goes straight on to Finished',
        reason: `A server that asked waits for a Certificate. It comes in step ${run.number('client_certificate')}.`,
      },
      certificate: {
        text: 'A certificate that it signs itself',
        reason: 'It could, but a certificate that no listed authority issued would only be refused.',
      },
      empty: {
        text: 'A Certificate message without a certificate',
        reason: `Step ${run.number('client_certificate')}: ${plural(run.bytes('client_certificate'), 'byte', 'bytes')} on the wire with an empty list inside, and no CertificateVerify, since there is no key to prove.`,
      },
      alert: {
        text: 'An alert, and it closes',
        reason:
          'Having no certificate is no fault of the browser. If anyone closes, it is the server that wanted one.',
      },
    }),
    change: {
      label: 'The server',
      options: { request: 'asks, and lives without', require: 'asks and insists' },
      task: 'Let the server insist, and run.',
      done: (run) =>
        `The server closed with ${endingOf(run.trace)?.named ?? ''} at step ${endingOf(run.trace)?.step ?? ''}. The browser had checked the server and sent its own Finished by then: ${plural(run.trace.unread.length, 'message', 'messages')} went unread. That is why programs report this failure late, often only when they read the answer.`,
    },
  },
  'worth-it': {
    name: 'When it is worth it',
    title: 'When it is worth it',
    text: (run) => {
      const client = shownIn(run.trace, 'client_certificate');
      return [
        rich`Mutual TLS pays where one organisation hands out both ends: services that call each other, devices, staff with managed machines. A ${term('private-key')} that never travels takes the place of passwords and tokens that do.`,
        rich`It does not pay for the public. Every visitor would need an authority that vouches for them, and a new certificate for every device and at every renewal. And it ends where TLS ends: behind a proxy that opens the connection, the next server has only the proxy’s word.`,
        client && run.number('verify_client_signature') > 0
          ? rich`In this run step ${run.number('verify_client_signature')} checks the signature made with the key of ${{ strong: client.name }}.`
          : rich`In this run the server stopped before it came to the signature.`,
      ];
    },
    question: () => 'What does a server know of the other side when certificate and signature are right?',
    choices: (run) => {
      const name = shownIn(run.trace, 'client_certificate')?.name ?? '';
      const passed = run.trace.outcome.kind === 'completed';
      return {
        person: {
          text: `That ${name} sits at the keyboard`,
          reason:
            'The key signed, not the person. Whoever can use the machine or copied the key signs just as well.',
        },
        rights: {
          text: `That ${name} may see ${run.request.split(' ')[1] ?? ''}`,
          reason: 'A certificate names; what the named may do is decided by the application, after TLS.',
        },
        key: {
          text: `That it holds the key to the certificate of ${name}`,
          reason: passed
            ? `Step ${run.number('verify_client_signature')} verified that, and step ${run.number('validate_client_chain')} that an authority on the list vouches for the name.`
            : `In this run it does not get so far: the server had closed at step ${endingOf(run.trace)?.step ?? ''}, before the signature.`,
        },
        nothing: {
          text: 'Nothing it can rely on',
          reason: passed
            ? 'Chain and signature were verified in this run. On that it can rely, and on no more.'
            : 'So it is as long as the signature is not there: anyone can send a certificate, it is public.',
        },
      };
    },
    change: {
      label: 'The certificate of the browser',
      options: { valid: 'valid', revoked: 'revoked' },
      task: 'Its holder leaves the company. Have the certificate revoked, and run.',
      done: (run) =>
        `The server closed with ${endingOf(run.trace)?.named ?? ''}: the serial number is on the list of ${shownIn(run.trace, 'client_certificate')?.issuer ?? ''}. Somebody has to keep that list, and every server has to read it. That is the price of client certificates.`,
    },
  },
};

/** The server asked only after the handshake. */
function late(run: RunFacts): boolean {
  return run.number('certificate_request') > run.number('application_data_1');
}
