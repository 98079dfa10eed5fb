/** English: lesson 6, who are you. */
import { plural } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { listOf, rich, term } from '../../rich.ts';

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const whoAreYou: Readonly<Record<string, PartWords>> = {
  fields: {
    name: 'Field by field',
    title: 'What a certificate says',
    text: ({ chain: { leaf }, number }) => [
      rich`In step ${number('certificate')} the server sends its ${term('certificate')}: ${leaf.bytes} bytes in ${term('der', 'DER')}. It names the holder, ${listOf(
        leaf.names.map((code) => ({ code })),
        'and',
      )}; the public key, ${{ strong: leaf.key }}; the period, ${day.format(leaf.notBefore)} to ${day.format(leaf.notAfter)}; and the ${term('issuer')}, ${{ strong: leaf.issuer }}.`,
      rich`The issuer gave it serial number ${{ code: `${leaf.serial}…` }} and signed all of this. Its ${term('signature')} stands at the end: ${leaf.signature} bytes, ${{ code: leaf.algorithm }}. ${term('asn1', 'ASN.1')} in the live example shows every field at its bytes.`,
    ],
    question: ({ chain }) =>
      `A certificate viewer shows all four of these. Which one does not stand in the ${chain.leaf.bytes} bytes?`,
    choices: ({ chain: { leaf } }) => ({
      serial: {
        text: 'The serial number',
        reason: `It is one of the first fields. ${leaf.issuer} chose it, and its revocation lists name the certificate by it.`,
      },
      key: {
        text: 'The public key',
        reason: `It is what the certificate is about: ${leaf.key}, in subjectPublicKeyInfo.`,
      },
      signature: {
        text: 'The signature of the issuer',
        reason: `It is the last field. It covers everything before it except the name of its own algorithm, which stands inside a second time.`,
      },
      fingerprint: {
        text: 'The fingerprint',
        reason: `Whoever looks computes it: a hash over all ${leaf.bytes} bytes. A value inside would be part of what it is computed over.`,
      },
    }),
    change: {
      label: 'Lifetime of the certificate',
      options: { '90': '90 days', '47': '47 days', '6': '6 days' },
      task: 'Note the first digits of the serial number. Let the issuer sign for a shorter time, run, and compare serial number, dates and fingerprint.',
      done: ({ chain: { leaf } }, before) =>
        `Valid for ${plural(leaf.days, 'day', 'days')}, until ${day.format(leaf.notAfter)}; serial number ${leaf.serial}… in place of ${before.chain.leaf.serial}…. Nobody can edit a date in a certificate: this is another one, signed anew, with another fingerprint.`,
    },
  },
  names: {
    name: 'Which name counts',
    title: 'The name the browser looks for',
    text: ({ host, chain: { leaf, trusted }, end }) => [
      rich`The browser wants ${{ code: host }} and compares it with the ${term('subject-alternative-name', 'subjectAltName')} of the certificate: ${listOf(
        leaf.names.map((code) => ({ code })),
        'and',
      )}. ${
        trusted
          ? 'One of them fits.'
          : `None of them fits, so it closes with ${end.alert} before it sends anything of yours.`
      }`,
      rich`A ${term('wildcard')} stands for exactly one label. The ${term('common-name', 'common name')} in the subject, ${{ code: leaf.name }}, is there for people: clients do not look for a host name in it any more (RFC 9525).`,
    ],
    question: ({ chain: { leaf } }) =>
      `The certificate holds ${leaf.names.join(' and ')}. Which of these hosts does it not cover?`,
    choices: () => ({
      bare: {
        text: 'shop.example',
        reason:
          'It is listed by itself. Without that entry the wildcard would not help: there is no label in front.',
      },
      one: {
        text: 'www.shop.example',
        reason: 'The star stands for the one label www.',
      },
      two: {
        text: 'cart.eu.shop.example',
        reason: 'Two labels, cart and eu. A wildcard never reaches over a dot.',
      },
    }),
    change: {
      label: 'Name in the address bar',
      task: 'Find a name below shop.example that this certificate does not cover, and run.',
      done: ({ host, end }) =>
        `${host} is not covered: the browser closes in step ${end.at} with ${end.alert}. The certificate is genuine, it is only not for this name.`,
    },
  },
  ownership: {
    name: 'Proof of ownership',
    title: 'A certificate is public. What proves that it is yours?',
    text: (run) => {
      const sign = run.operation('sign', 'certificate_verify');
      return [
        rich`Everyone who connects gets a copy of this certificate, and a copy is as good as the original. So showing it proves nothing. The proof is the ${term('private-key', 'private key')} that belongs to the public key inside.`,
        run.end.completed
          ? rich`In step ${run.number('certificate_verify')} the server signs what both have said so far, with that private key: ${{ strong: sign?.algorithm ?? '' }}, ${sign?.outputs[0]?.bytes.length ?? 0} bytes. In step ${run.number('verify_signature')} the browser checks the signature with the key from the certificate. The certificate’s key encrypts nothing: in ${run.version} it signs, once per handshake.`
          : rich`This server is Mallory’s. She sends the genuine chain, copied byte for byte, and step ${run.number('validate_chain')} finds nothing wrong with it: ${run.chain.checks.passed} checks pass. Then she has to sign what both have said so far, and the private key that she has is another one.`,
      ];
    },
    question: ({ host }) =>
      `Mallory holds a byte-for-byte copy of this certificate. What does she lack to pose as ${host}?`,
    choices: (run) => ({
      nothing: {
        text: 'Nothing: whoever shows the certificate is the site',
        reason: 'Then every visitor could. The certificate only says which key to ask for.',
      },
      ca: {
        text: 'The private key of the issuer',
        reason:
          'With that she could sign a certificate of her own and would need no copy. To use this one she needs the key that belongs to it.',
      },
      key: {
        text: 'The private key of the certificate',
        reason: `Only it can make the signature of step ${run.number('certificate_verify')}. Both hellos are in what is signed, and their random numbers are new in every connection: an old signature does not fit either.`,
      },
      address: {
        text: 'The address of the server',
        reason: 'Whoever holds the wire can answer from any address. No address goes into the check.',
      },
    }),
    change: {
      label: 'Who answers',
      options: {
        holder: 'the holder of the certificate',
        copy: 'Mallory, with a copy of it',
      },
      task: 'Let Mallory answer with a copy of the certificate, and run. See how far she gets.',
      done: (run) =>
        `The chain passes, and it helps her nothing: in step ${run.end.at} the signature does not hold under the key in the certificate, and the browser closes with ${run.end.alert}.`,
    },
    more: 'Open it as an attack',
  },
  'any-version': {
    name: 'For which protocol',
    title: '“SSL certificate” is a misnomer',
    text: ({ version, suite, chain: { leaf } }) => [
      rich`People say SSL certificate, and shops sell them under that name. This run is ${{ strong: version }}, and the certificate is X.509 version ${leaf.version}: the same standard that ${term('certificate', 'certificates')} for signed mail (S/MIME) and for programs follow.`,
      rich`What it is good for stands in ${term('extended-key-usage', 'extKeyUsage')}: ${{ code: 'serverAuth' }}, for a server that proves its name. The suite of this run, ${{ code: suite }}, is agreed on in the hellos and is no matter of the certificate.`,
    ],
    question: () => 'Which versions of SSL or TLS does this certificate name?',
    choices: ({ version, chain: { leaf } }) => ({
      this: {
        text: `The one of this run, ${version}`,
        reason: 'The version was agreed on in the hellos, before the certificate was sent.',
      },
      some: {
        text: 'Every version that it may be used with',
        reason: `None of its fields has room for one. The number in it, ${leaf.version}, is the version of X.509.`,
      },
      none: {
        text: 'None',
        reason: 'It binds a name to a key. What protocol uses the key is not its concern.',
      },
    }),
    change: {
      label: 'Version of the server',
      options: { '0304': 'TLS 1.3 and 1.2', '0303': 'TLS 1.2 only' },
      task: 'Note the serial number, let the server speak TLS 1.2 only, and run.',
      done: ({ version, chain: { leaf } }, before) =>
        `${before.version} before, ${version} now. Serial number ${before.chain.leaf.serial}… then, ${leaf.serial}… now: the same ${leaf.bytes} bytes, none of them about TLS.`,
    },
    more: 'See which suites this key can serve',
  },
  'look-alike': {
    name: 'Not promised',
    title: 'What a certificate does not promise',
    text: ({ host, chain: { leaf, checks } }) => [
      rich`Look at the name: ${{ code: host }}. Mallory has registered it, set up a shop, and asked ${{ strong: leaf.issuer }} for a certificate. Of the checks that the browser makes ${checks.passed} pass and none fails. To the lock this is a site like any other.`,
      rich`The certificate carries policy ${{ code: leaf.policies[0] ?? '' }}, domain-validated. A certificate keeps Mallory from posing as a name that is not hers. It does not keep her from owning a name that looks like another: sites that phish commonly have a valid certificate.`,
    ],
    question: ({ chain: { leaf } }) => `What did ${leaf.issuer} check before it signed?`,
    choices: ({ host, chain: { leaf } }) => ({
      honest: {
        text: 'That the shop is honest',
        reason: 'No authority can know that, and no field says it.',
      },
      brand: {
        text: 'That the name cannot be mistaken for another',
        reason:
          'Some authorities look twice at names that seem risky. But no rule says what an eye may mistake, and no field of this certificate speaks of it.',
      },
      control: {
        text: 'That whoever asked controls the name',
        reason: `Policy ${leaf.policies[0] ?? ''} says so and no more: the applicant could, for example, put a record into the zone of ${host}.`,
      },
      refused: {
        text: 'Nothing: such a certificate is refused',
        reason: 'This browser found nothing to refuse. The live example lists each of its checks.',
      },
    }),
    change: {
      label: 'Name that Mallory registers',
      task: 'Think of another name that the eye takes for shop.example, and run. Mallory gets a certificate for it in the same way.',
      done: ({ host, chain: { checks } }) =>
        `${host}: connected, ${checks.passed} checks passed. The lock says with whom the browser speaks, in exactly these letters. Whether that is who you mean, only you can read.`,
    },
    more: 'Open it as an attack',
  },
};
