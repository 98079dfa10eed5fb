/** English: the workshop. Five desks, the register, and the forms on them. */
import type { NameFinding } from '../../authority/workshop/model.ts';
import { grouped, plural } from '../catalog.ts';
import { rich, term } from '../rich.ts';

const dayYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayOnly = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

const findings: Readonly<Record<NameFinding['code'], string>> = {
  'record-found': 'record found',
  'no-record': 'no record',
  'no-wildcard-record': 'no record for the wildcard',
  'local-name': 'nobody can prove a local name',
  'private-address': 'means another machine in every network',
  'mail-answered': 'the mail was answered',
  'no-name': 'not a name that exists',
};

export const workshop = {
  title: 'Workshop',
  opening: 'Making keys for the offices',
  step: (step: number, of: number) => `Step ${step} of ${of}`,
  stops: {
    request: {
      stop: 'request signed',
      state: 'nothing was asked for yet',
      title: 'Write a request',
      lead: rich`The applicant makes a key pair and writes a ${term('certificate-request', 'request')}: a name, the public key, and wishes. Signing it with the new key proves one thing, that whoever asks holds the private half.`,
    },
    check: {
      stop: 'names and key proved',
      state: 'the request lies at the registration authority',
      title: 'Who is asking?',
      lead: rich`The ${term('registration-authority')} checks before anybody signs: the signature on the request, and control of every name in it. What is not proved is struck out.`,
    },
    sign: {
      stop: 'certificate signed',
      state: 'checked, not yet signed',
      title: 'Asked for, and granted',
      lead: rich`The ${term('certification-authority')} grants what was proved and what its policy allows. It copies the public key and decides every other field itself; lifetime and serial number cannot even be asked for.`,
    },
    publish: {
      stop: 'published',
      state: 'the certificate is signed, not yet published',
      title: 'Hand it out',
      lead: rich`A certificate is no secret. The ${term('directory')} hands it out to whoever asks, beside the ${term('crl', 'list')} of those that must not be trusted any more.`,
    },
    inquire: {
      stop: 'asked about',
      state: 'the certificate is in the directory',
      title: 'Is it still good?',
      lead: rich`A signature stays valid whatever happens to the key. So clients ask: for the whole list, or at the ${term('validation-authority')} for one serial number (${term('ocsp')}). Revoke a certificate below and both answers change.`,
    },
    done: {
      stop: '',
      state: 'every office has done its work',
      title: 'Register, list and answer agree',
      lead: rich`Take the certificate into a run, or revoke it and watch the list and the answer change. Whoever does not ask keeps trusting it until its last day.`,
    },
  },
  route: 'The way of a request',
  toDesk: (desk: string) => `Show the desk: ${desk}`,
  desks: {
    applicant: { title: 'Applicant', role: 'Has the key. Wants a certificate.' },
    registration: { title: 'Registration authority', role: 'Checks. Signs no certificate.' },
    certification: { title: 'Certification authority', role: 'Signs what was checked.' },
    directory: { title: 'Directory', role: 'Hands out certificates and lists.' },
    validation: { title: 'Validation authority', role: 'Answers for one serial at a time.' },
  },
  bytes: (count: number) => `${grouped(count)} B`,
  moreBytes: (count: number) => `⋯ ${grouped(count)} bytes more`,
  day: (time: number) => dayYear.format(time),
  period: (from: number, to: number, now: number) =>
    new Date(from).getUTCFullYear() === new Date(to).getUTCFullYear() ||
    new Date(from).getUTCFullYear() === new Date(now).getUTCFullYear()
      ? `${dayOnly.format(from)} – ${dayYear.format(to)}`
      : `${dayYear.format(from)} – ${dayYear.format(to)}`,
  moment: (time: number) => moment.format(time),
  lookAt: (name: string) => `Look at it: ${name}`,

  applicant: {
    document: 'PKCS #10 request',
    key: 'Key',
    keyIs: (kind: string) => `${kind}, made here`,
    signedBy: 'Signed by',
    sameKey: 'that same key',
    keeps: 'The private key stays here. It is not in the request.',
    none: 'No request yet. Choose one of the examples or write your own.',
    write: 'Write a request',
    edit: 'Edit the request',
    dialog: 'The request',
    startFrom: 'Begin with',
    examples: {
      greedy: 'A request that asks for too much',
      server: 'An honest request for a server',
      person: 'A person, for client authentication',
      authority: 'An authority that wants to issue',
    },
    wishes:
      'A request carries wishes. What of it ends up in the certificate is not the applicant’s to decide.',
    newKey: 'New key',
    sameKeyAgain: 'Sign with the same key',
    signNew: 'Make a key and sign',
  },
  fields: {
    commonName: 'Common name',
    organization: 'Organisation',
    country: 'Country',
    names: 'Names',
    keyUsage: 'Key usage',
    extKeyUsage: 'Ext. usage',
    cA: 'CA',
    cAText: 'may sign certificates',
    days: 'Lifetime',
    daysUnit: 'days',
    pathLength: 'Path length',
    permitted: 'Permitted',
    excluded: 'Excluded',
    onlyForCa: 'only for a CA',
    anyDepth: 'no limit',
    subtrees: 'shop.example, 10.0.0.0/8',
    mustStaple: 'must staple',
    office: 'Signed by',
    keyKind: 'Key',
  },
  faults: {
    commonName: 'At most 64 characters.',
    country: 'Two capital letters, as in CH.',
    names:
      'Host names, IP addresses or mail addresses, in ASCII, separated by commas. At least one, or a common name.',
    days: 'A whole number of days, from 1 to 36 500.',
    pathLength: 'A whole number from 0 to 255, or nothing for no limit.',
    permitted: 'Names, or address ranges as in 10.0.0.0/8, separated by commas.',
    excluded: 'Names, or address ranges as in 10.0.0.0/8, separated by commas.',
  },

  registration: {
    signature: 'Request signature',
    signatureHolds: 'holds: the key is theirs',
    signatureFails: 'does not hold',
    organization: 'Organisation',
    organizationUnchecked: 'not checked in this profile',
    cA: 'CA flag',
    cANote: 'a matter of contract, not of proof',
    findings,
    waits: 'Waits for a request.',
    ready: 'A request has arrived. Nothing is checked yet.',
    check: 'Check the request',
    again: 'Check again',
    setRecord: 'Set the record',
    removeRecord: 'Remove the record',
    recordOf: (name: string) => `for ${name}`,
    modelled:
      'The signature is really verified. Control of names is modelled: there is no network here, so the DNS record is a switch of yours.',
    passed: 'Passed to the CA',
    passedText: (names: number, struck: number, organization: boolean) =>
      `${plural(names, 'name', 'names')}, 1 key. ${
        struck === 0 && !organization
          ? 'Nothing struck out.'
          : `${[
              ...(struck > 0 ? [plural(struck, 'name', 'names')] : []),
              ...(organization ? ['the organisation'] : []),
            ].join(' and ')} struck out.`
      }`,
    refusedText: 'Nothing: the request does not prove that the applicant has the key.',
  },

  certification: {
    table: 'What was asked for and what is granted',
    field: 'Field',
    outcome: 'What became of it',
    requested: 'Requested',
    granted: 'Granted',
    rows: {
      subject: 'subject',
      names: 'names',
      publicKey: 'public key',
      cA: 'CA flag',
      keyUsage: 'key usage',
      extKeyUsage: 'ext. usage',
      lifetime: 'lifetime',
      serial: 'serial',
    },
    how: { cut: 'changed', same: 'copied', add: 'added by the CA' },
    cannotAsk: 'cannot ask',
    nothing: 'nothing',
    none: 'none',
    names: (count: number) => plural(count, 'name', 'names'),
    namesGranted: (count: number, unproved: number) =>
      unproved === 0
        ? count === 0
          ? 'none'
          : `${grouped(count)}, ${count === 1 ? 'proved' : count === 2 ? 'both proved' : 'all proved'}`
        : `${grouped(count)}, ${grouped(unproved)} not proved`,
    days: (count: number) => plural(count, 'day', 'days'),
    atRandom: 'drawn at random',
    form: 'Issuing form',
    more: 'More fields',
    waits: 'Waits for the registration authority.',
    sign: 'Sign the certificate',
    again: 'Sign again with these fields',
    unproved: (names: readonly string[]) =>
      `${names.join(', ')}: nobody proved control. A real authority that signs this has to revoke it and explain itself.`,
    signedBy: (name: string) => `Signs as ${name}`,
  },

  directory: {
    certificate: 'X.509 certificate',
    serial: 'Serial',
    valid: 'Valid',
    to: (time: number) => `to ${dayYear.format(time)}`,
    state: 'State',
    onItsWay: 'on its way here',
    states: { valid: 'valid', revoked: 'revoked', expired: 'expired', early: 'not valid yet' },
    publish: 'Publish it',
    search: 'Look up',
    searchHint: 'name or serial number',
    found: (count: number, of: number) => `${grouped(count)} of ${grouped(of)}`,
    nothing: 'Nothing here by that name.',
    list: 'Revocation list',
    listNumber: (number: number) => `CRL number ${grouped(number)}`,
    thisUpdate: 'This update',
    nextUpdate: 'Next update',
    revoked: 'Revoked',
    serials: (count: number) => plural(count, 'serial', 'serials'),
    next: (number: number) => `The next revocation makes number ${grouped(number)}.`,
    verified: (issuer: string) => `Signature verified with the key of ${issuer}.`,
    notVerified: (issuer: string) => `The signature does not hold under the key of ${issuer}.`,
    renew: 'Sign the list anew',
  },

  validation: {
    about: 'About',
    unissued: 'a serial nobody issued',
    ask: 'Ask',
    question: 'OCSP request',
    questionText: (serial: string) => `Is ${serial} good?`,
    answer: 'OCSP response',
    statuses: { good: 'good', revoked: 'revoked', unknown: 'unknown' },
    since: 'Since',
    reason: 'Reason',
    produced: 'Produced',
    until: 'Good until',
    signedBy: 'Signed by',
    theIssuer: 'the issuing CA',
    nonce: 'Nonce',
    nonceReturned: 'returned as asked',
    waits: 'Nobody has asked yet.',
    meanings: {
      good: 'Good means not revoked. It does not even say that the certificate was issued.',
      revoked: 'Revoked: whoever asks must not trust it, whatever its dates say.',
      unknown: 'Unknown: this authority knows nothing about that serial number.',
    },
    words: 'good, revoked or unknown.',
  },

  register: {
    title: 'Register of the CA',
    summary: (issued: number, revoked: number) =>
      `${plural(issued, 'certificate', 'certificates')} issued, ${grouped(revoked)} revoked`,
    story: 'Status here, the CRL and OCSP must tell the same story.',
    serial: 'Serial',
    subject: 'Subject',
    valid: 'Valid',
    status: 'Status',
    note: 'Note',
    actions: 'Actions',
    nameless: 'no subject',
    issued: (time: number) => `issued ${moment.format(time)}`,
    notPublished: 'not published',
    unproved: (count: number) => `${plural(count, 'name', 'names')} not proved`,
    replaced: (days: number) => `replaced by a later one, ${plural(days, 'day', 'days')} left`,
    revokedNote: (reason: string, time: number) => `${reason}, ${moment.format(time)}`,
    inList: (number: number) => `in CRL ${grouped(number)}`,
    under: (issuer: string) => `under ${issuer}`,
    revoke: 'Revoke',
    revokeName: (name: string) => `Revoke ${name}`,
    more: (name: string) => `More for ${name}`,
    look: 'Look at it',
    askAbout: 'Ask about it',
    checkChain: 'Check its chain',
    onServer: 'Use it on the server, in a run',
    inBrowser: 'Use it in the browser, in a run',
    noKey: 'its key is not here',
  },

  revoke: {
    title: (name: string) => `Revoke ${name}`,
    text: 'Revoking cannot be undone. The reason goes into the list and into the answer, where clients read it.',
    reason: 'Reason',
    reasons: {
      unspecified: 'no reason given',
      keyCompromise: 'the private key got out',
      cACompromise: 'the authority’s key got out',
      affiliationChanged: 'the holder belongs elsewhere now',
      superseded: 'replaced by another certificate',
      cessationOfOperation: 'the service is gone',
      certificateHold: 'held for the time being',
      privilegeWithdrawn: 'the right to it was withdrawn',
    },
    confirm: 'Revoke it',
    cancel: 'Keep it',
  },

  file: {
    menu: 'File',
    export: 'Export the workshop',
    exported: 'The workshop is in the file, with its private keys.',
    import: 'Import a workshop',
    fresh: 'Start afresh',
    name: 'workshop.json',
    kept: 'Kept in this browser. Leaves it only as a file that you export.',
    replacedByFile: 'The imported workshop replaced the one that was here.',
    replacedByFresh: 'A new workshop replaced the one that was here.',
    putBack: 'Put it back',
    dismiss: 'Dismiss',
    problems: {
      'not-json': 'It is not a workshop file: the text is no JSON.',
      'not-a-workshop': 'It is JSON, but not a workshop that this page has exported.',
      'newer-version': 'It was written by another version of Handshake Lab.',
      broken: 'Something in it cannot be true.',
    },
    problem: (name: string, text: string, path: string | undefined) =>
      `${name}: ${text}${path === undefined || path === '' ? '' : ` The first fault is at ${path}.`} Nothing here was changed.`,
    notKept:
      'This browser does not let the page keep anything. The workshop lasts as long as the page is open.',
    failed: (message: string) => `That did not work: ${message}`,
  },

  documents: {
    request: 'PKCS #10 request',
    list: 'Revocation list',
    question: 'OCSP request',
    answer: 'OCSP response',
    view: 'View of the document',
    views: { asn1: 'ASN.1', pem: 'PEM' },
    commands: {
      request: 'openssl req -verify -noout -text -in request.pem',
      list: 'openssl crl -noout -text -CAfile issuer.pem -in list.pem',
      question: 'openssl ocsp -req_text -reqin question.der',
      answer: 'openssl ocsp -respin answer.der -CAfile root.pem -verify_other issuer.pem',
    },
    copied: (name: string) => `Copied: ${name}.`,
  },
};
