/** The shape of a trace (trace.ts), as checks of plain data; what the types say, said once more for files. */
import { certificateKeyTypes } from '../authority/pki.ts';
import type { Field } from '../bytes/field.ts';
import { leavesOf } from '../bytes/field.ts';
import { alertCodes } from '../tls/registry/alerts.ts';
import { certificateFaults, clientCertificateKinds } from './certificate-faults.ts';
import { presets } from './presets.ts';
import {
  all,
  BadShape,
  boolean,
  bytes,
  count,
  either,
  list,
  mapOf,
  number,
  oneOf,
  record,
  text,
  tuple,
  variant,
  type Shape,
} from './shape.ts';
import { traceVersion, type Trace } from './trace.ts';

const party = oneOf('browser', 'server');
const level = oneOf('plaintext', 'early', 'handshake', 'application');
const spec = record({ rfc: count, section: text });
const texts = list(text);
const codes = list(count);

const fieldValue = variant('type', {
  number: record({ value: number }),
  code: record({ value: count, width: count }, { name: text }),
  bytes: record({}),
  text: record({ value: text }),
  count: record({ value: count }),
  empty: record({}),
  boolean: record({ value: boolean }),
  time: record({ value: number }),
  period: record({ from: number, to: number }),
  flags: record({ names: texts }),
  oid: record({ oid: text }, { name: text }),
});

const fieldParts: Shape = record(
  {
    name: text,
    key: text,
    role: oneOf('container', 'length', 'value', 'undecoded'),
    start: count,
    end: count,
  },
  { value: fieldValue, spec, children: (value, at) => list(fieldParts)(value, at) },
);

/** A tree whose leaves tile exactly `length` bytes. */
function tree(value: unknown, at: string, length: number): void {
  fieldParts(value, at);
  const root = value as Field;
  let end = 0;
  for (const leaf of leavesOf(root)) {
    // A field of no bytes may stand anywhere.
    if (leaf.start === leaf.end) continue;
    if (leaf.start !== end || leaf.end < leaf.start)
      throw new BadShape(at, `field ${leaf.name} does not start at byte ${end}`);
    end = leaf.end;
  }
  if (end !== length || root.start !== 0 || root.end !== length)
    throw new BadShape(at, `the tree covers ${end} of ${length} bytes`);
}

const byteView: Shape = (value, at) => {
  record({ bytes, field: () => undefined, levels: list(record({ start: count, end: count, level })) })(
    value,
    at,
  );
  const view = value as { bytes: Uint8Array; field: unknown };
  tree(view.field, `${at}.field`, view.bytes.length);
};

const certificateRef = record({ from: oneOf('sent', 'store', 'cache'), index: count });
const plainValue = either('a text, a number or a list of texts', text, number, texts);
const checkId = oneOf(
  'trust-anchor',
  'name-chaining',
  'signature',
  'algorithm-match',
  'validity',
  'host-name',
  'subject-names',
  'basic-constraints',
  'path-length',
  'key-usage',
  'extended-key-usage',
  'name-constraints',
  'policies',
  'critical-extensions',
  'extension-rules',
  'serial-number',
  'encoding',
  'revocation',
);
const check = record({
  id: checkId,
  verdict: oneOf('passed', 'failed', 'not-reached'),
  code: text,
  evidence: list(
    record(
      {},
      {
        certificate: certificateRef,
        field: text,
        searched: oneOf('sent', 'store', 'cache'),
        expected: plainValue,
        actual: plainValue,
      },
    ),
  ),
  spec,
});
const pathResult = record(
  {
    verdict: oneOf('trusted', 'rejected'),
    checks: list(check),
    candidates: list(
      record(
        { path: list(certificateRef), checks: list(check), verdict: oneOf('accepted', 'dropped') },
        { dropped: record({ check: checkId, code: text, at: certificateRef }) },
      ),
    ),
    spent: record({
      signatures: count,
      signatureBudget: count,
      steps: count,
      stepBudget: count,
      nameComparisons: count,
      nameComparisonBudget: count,
    }),
  },
  { path: list(certificateRef), failure: check },
);

const tlsError = record(
  {
    fault: oneOf(
      'invalid-message',
      'peer-misbehaved',
      'peer-incompatible',
      'authentication-failed',
      'bad-certificate',
      'peer-alerted',
    ),
    code: text,
    alert: oneOf(...Object.keys(alertCodes)),
    at: text,
    detail: text,
    spec,
  },
  { decode: record({ code: text, path: text, offset: count, detail: text }, { spec }) },
);

const value = record({ name: text, bytes, secrecy: oneOf('secret', 'public', 'transcript') });
const operation = record(
  {
    index: count,
    name: oneOf(
      'random',
      'hash',
      'hmac',
      'hkdf-extract',
      'hkdf-expand-label',
      'prf',
      'cut',
      'generate-key-pair',
      'agree',
      'encapsulate',
      'decapsulate',
      'concatenate',
      'xor',
      'sign',
      'verify',
      'rsa-encrypt',
      'rsa-decrypt',
      'encrypt',
      'decrypt',
      'seal',
      'open',
    ),
    algorithm: text,
    purpose: text,
    inputs: list(value),
    outputs: list(value),
    backend: text,
    milliseconds: number,
    spec,
    party,
  },
  { verdict: boolean, label: text, hkdfLabel: bytes, encoded: bytes },
);

const negotiated = record(
  { helloRetryRequest: boolean },
  {
    version: count,
    suite: count,
    group: count,
    signatureScheme: count,
    clientSignatureScheme: count,
    alpn: text,
    psk: oneOf('resumption', 'external'),
    pskMode: oneOf('psk_ke', 'psk_dhe_ke'),
    earlyData: oneOf('accepted', 'rejected'),
    extendedMainSecret: boolean,
    encryptThenMac: boolean,
    resumed: boolean,
  },
);
const facts = mapOf(either('a text, a number, true, false or a list', text, number, boolean, texts, codes));
const knows = record({ known: texts, learned: texts });

const stepParts = {
  index: count,
  id: text,
  flight: oneOf('client-1', 'retry', 'server', 'client-2', 'server-2', 'application', 'alert'),
  operations: list(operation),
  knowledge: record({ browser: knows, eavesdropper: knows, server: knows }),
  negotiated,
  lock: oneOf('open', 'verified', 'failed'),
  serverAuthenticated: boolean,
  eavesdropper: record({ read: count, seen: count }),
  facts,
};

const messageName = oneOf(
  'ClientHello',
  'ServerHello',
  'HelloRetryRequest',
  'EncryptedExtensions',
  'CertificateRequest',
  'Certificate',
  'CertificateVerify',
  'Finished',
  'NewSessionTicket',
  'EndOfEarlyData',
  'KeyUpdate',
  'HelloRequest',
  'ServerKeyExchange',
  'ServerHelloDone',
  'ClientKeyExchange',
  'CertificateStatus',
  'ChangeCipherSpec',
  'ApplicationData',
  'Alert',
  'UnreadableRecord',
);
const work = oneOf(
  'verify_binder',
  'derive_early_keys',
  'derive_handshake_keys',
  'validate_chain',
  'verify_signature',
  'derive_application_keys',
  'validate_client_chain',
  'verify_client_signature',
  'decrypt_premaster_secret',
  'derive_key_block',
  'negotiate',
);

const networkMark = record(
  {
    acts: list(count),
    refused: list(count),
    fate: oneOf('edited', 'truncated', 'dropped', 'duplicated', 'delayed', 'replayed', 'injected', 'cut-off'),
  },
  { sent: byteView },
);

const step = variant('kind', {
  message: all(
    record(
      {
        ...stepParts,
        message: messageName,
        from: party,
        to: party,
        level,
        wire: byteView,
        content: bytes,
        spans: list(record({ start: count, end: count })),
        records: list(record({ outerType: count, length: count }, { sequence: count })),
        compatibilityRecords: list(record({ from: party, bytes })),
        certificates: list(count),
      },
      { plain: byteView, error: tlsError, time: number, network: networkMark },
    ),
    (value, at) => {
      const { wire, plain, spans } = value as {
        wire: { bytes: Uint8Array };
        plain?: { bytes: Uint8Array };
        spans: { start: number; end: number }[];
      };
      const { length } = (plain ?? wire).bytes;
      if (spans.some((span) => span.start > span.end || span.end > length))
        throw new BadShape(`${at}.spans`, `reach beyond ${length} bytes`);
    },
  ),
  local: record({ ...stepParts, work, parties: list(party) }, { path: pathResult, error: tlsError }),
});

const outcome = variant('kind', {
  completed: record({}),
  failed: record({ step: count, noticedBy: party, error: tlsError }),
  stalled: record({ step: count, waiting: record({ browser: text, server: text }), cut: boolean }),
});

const networkAct = all(
  record({ on: text }, { undone: oneOf(true) }),
  variant('act', {
    flip: record({ at: count, mask: count }),
    overwrite: record({ at: count, bytes: text }),
    set: record({ path: text, bytes: text }),
    truncate: record({ to: count }),
    drop: record({}),
    duplicate: record({}),
    delay: record({ until: text }),
    replay: record({ after: text }),
    inject: record({ bytes: text }),
    reconnect: record({ seconds: count }),
    cut: record({}),
  }),
);

const anchor = oneOf('lakeside', 'harbour', 'meridian', 'northgate', 'alderbrook', 'fennick', 'own');
const chain = list(oneOf('leaf', 'sub-ca', 'intermediate', 'cross-sign', 'root', 'unrelated'));
const sharedKey = either('a key with its name, or null', record({ identity: text, key: text }), oneOf(null));
const scenario = record({
  preset: oneOf(...Object.keys(presets)),
  clock: either('a time or null', number, oneOf(null)),
  browser: record({
    versions: codes,
    extendedMainSecret: boolean,
    encryptThenMac: boolean,
    fallbackScsv: boolean,
    suites: codes,
    groups: codes,
    keyShares: codes,
    signatureSchemes: codes,
    serverName: text,
    sni: boolean,
    alpn: texts,
    grease: boolean,
    compatibilityMode: boolean,
    padding: count,
    roots: list(anchor),
    compromised: list(anchor),
    cached: chain,
    aia: boolean,
    statusRequest: boolean,
    revocation: oneOf('off', 'soft-fail', 'hard-fail'),
    clientCertificate: oneOf(...clientCertificateKinds),
    pskModes: codes,
    psk: sharedKey,
    earlyData: boolean,
    postHandshakeAuth: boolean,
    ownCertificate: text,
    clickThrough: boolean,
    hsts: boolean,
    renegotiate: boolean,
    request: text,
  }),
  server: record({
    versions: codes,
    extendedMainSecret: boolean,
    encryptThenMac: boolean,
    dhGroup: oneOf('ffdhe2048', 'ffdhe3072', 'modp1024'),
    suites: codes,
    groups: codes,
    signatureSchemes: codes,
    preference: oneOf('server', 'browser'),
    alpn: texts,
    keyType: oneOf(...certificateKeyTypes),
    names: texts,
    validity: tuple(number, number),
    issuer: anchor,
    faults: list(oneOf(...certificateFaults)),
    sends: chain,
    ownCertificate: text,
    staple: oneOf('none', 'good', 'revoked', 'stale'),
    responder: oneOf('issuer', 'delegated'),
    repository: boolean,
    clientAuth: oneOf('none', 'request', 'require'),
    clientRoots: list(oneOf('staff', 'partner')),
    postHandshakeAuth: boolean,
    pskModes: codes,
    psk: sharedKey,
    tickets: count,
    earlyData: oneOf('off', 'accept', 'refuse'),
    antiReplay: oneOf('list', 'single-use', 'off'),
    cookie: boolean,
    padding: count,
    response: text,
  }),
  keyUpdate: boolean,
  resume: oneOf('none', 'ticket', 'session-id'),
  resumeAfter: number,
  network: list(networkAct),
});

const certificate: Shape = (value, at) => {
  record({
    der: bytes,
    field: () => undefined,
    ref: certificateRef,
    owner: party,
    role: oneOf('leaf', 'intermediate', 'root'),
  })(value, at);
  const { der, field } = value as { der: Uint8Array; field: unknown };
  tree(field, `${at}.field`, der.length);
};

const held = record({
  store: list(record({ id: text, der: bytes })),
  known: list(record({ id: text, der: bytes })),
  compromised: list(record({ id: text, der: bytes })),
  cached: list(bytes),
  fetched: list(record({ url: text, der: bytes })),
  repository: list(record({ url: text, der: bytes })),
  revocationLists: list(bytes),
});

const closed = record({ records: count });
const captureNote = variant('code', {
  'no-key': closed,
  'no-handshake': closed,
  'no-answer': closed,
  'does-not-open': closed,
  'unsupported-suite': closed,
  'unsupported-version': closed,
  'unknown-message': closed,
  gap: record({ party, bytes: count }),
  torn: record({ party, bytes: count }),
  'not-tls': record({ party, bytes: count }),
  'cut-record': record({ party, bytes: count, of: count }),
  'unfinished-message': record({ party, bytes: count }),
});

const seen = record({ step: count, how: oneOf('made', 'received', 'derived', 'sees', 'had', 'constant') });

const trace = record(
  {
    version: oneOf(traceVersion),
    source: variant('kind', {
      lab: record({}),
      replay: record({}),
      bridge: record({ party, peer: text }),
      capture: record({ file: text, client: text, server: text, secrets: count, notes: list(captureNote) }),
    }),
    scenario,
    // The times that Date can show.
    clock: all(number, (value, at) => {
      if (Math.abs(value as number) > 8.64e15) throw new BadShape(at, 'is no time');
    }),
    steps: list(step),
    outcome,
    negotiated,
    certificates: list(certificate),
    keyLog: list(record({ step: count, line: text, level })),
    secrets: list(
      record({
        secrecy: oneOf('secret', 'public'),
        name: text,
        bytes,
        derivedFrom: texts,
        knownTo: record({}, { browser: seen, server: seen, eavesdropper: seen }),
      }),
    ),
    unread: list(record({ message: messageName, from: party, length: count })),
    duration: number,
  },
  { trust: record({ browser: held, server: held }), previous: (value, at) => checkTrace(value, at) },
);

/** Throws a BadShape that names the first place where `value` is not a trace. */
export function checkTrace(value: unknown, at: string): asserts value is Trace {
  trace(value, at);
  const { steps, outcome: end, certificates } = value as Trace;
  if (steps.length === 0) throw new BadShape(`${at}.steps`, 'there is none');
  const ids = new Set<string>();
  for (const [i, one] of steps.entries()) {
    if (one.index !== i) throw new BadShape(`${at}.steps[${i}].index`, `${one.index} where ${i} should be`);
    if (ids.has(one.id)) throw new BadShape(`${at}.steps[${i}].id`, `${one.id} is there twice`);
    ids.add(one.id);
    if (one.kind === 'message' && one.certificates.some((index) => certificates[index] === undefined)) {
      throw new BadShape(`${at}.steps[${i}].certificates`, 'names a certificate that is not there');
    }
  }
  if (end.kind === 'failed' && steps[end.step] === undefined)
    throw new BadShape(`${at}.outcome.step`, 'there is no such step');
}
