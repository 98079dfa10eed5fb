/** Judging a ClientHello for TLS 1.2, and choosing from it: RFC 5246 §7.4.1, RFC 8422 §5.1, RFC 7919 §4. */
import { spec } from '../../../bytes/spec.ts';
import { ffdheGroup, type FfdheName } from '../../../crypto/ffdhe.ts';
import { readPublicKey } from '../../../crypto/key-formats.ts';
import type { FfdhGroup } from '../../../crypto/port.ts';
import type { TlsError } from '../../errors.ts';
import { checkDuplicates, emptyRenegotiationInfoScsv, find } from '../../extensions.ts';
import { fault, isTlsError } from '../../failure.ts';
import type { ClientHello } from '../../messages/model.ts';
import { chooseTls12Scheme } from '../../proofs.ts';
import { exchangeParts, keyTypes } from '../../registry/exchange.ts';
import { groupByCode } from '../../registry/groups.ts';
import { isGrease } from '../../registry/names.ts';
import { suiteName } from '../../registry/suite-names.ts';
import type { SignatureScheme } from '../../registry/schemes.ts';
import { tls12SuiteByCode, type Tls12Suite } from '../../registry/suite-parts.ts';
import { curveOf, type DhGroup } from '../../tls12/key-exchange.ts';
import type { ServerConfig } from '../config.ts';
import { chooseFrom, chooseProtocol, type Choice } from '../negotiate.ts';
import { say } from '../../../bytes/say.ts';

export interface Offer12 {
  readonly hello: ClientHello;
  readonly suites: readonly number[];
  /** Undefined: the client does not say, and any will do (RFC 8422 §4). */
  readonly groups: readonly number[] | undefined;
  readonly schemes: readonly number[];
  readonly protocols: readonly string[] | undefined;
  readonly serverName: string | undefined;
  readonly extendedMainSecret: boolean;
  readonly encryptThenMac: boolean;
  readonly secureRenegotiation: boolean;
  /** The client can keep tickets. */
  readonly tickets: boolean;
}

/** The group in which the server makes its half for the connection; `choice` says how a named one was chosen. */
export interface ChosenGroup {
  readonly group: DhGroup;
  readonly code: number;
  readonly choice?: Choice<number>;
}

export interface Agreement12 {
  readonly offer: Offer12;
  readonly suite: Choice<Tls12Suite>;
  readonly group: ChosenGroup | undefined;
  readonly scheme: SignatureScheme | undefined;
  readonly protocol: string | undefined;
}

export function readTls12Offer(hello: ClientHello): Offer12 | TlsError {
  const extensions = hello.extensions ?? [];
  const twice = checkDuplicates(extensions, 'ClientHello', spec(5246, '7.4.1.4'));
  if (twice !== undefined) return twice;
  if (!hello.legacyCompressionMethods.includes(0)) {
    const detail = say('null (0) must be among them');
    const at = 'ClientHello.legacy_compression_methods';
    return fault('illegal-compression-method', at, detail, spec(5246, '7.4.1.2'));
  }
  const renegotiation = find(extensions, 'renegotiation_info');
  if (renegotiation !== undefined && renegotiation.renegotiatedConnection.length > 0) {
    const at = 'ClientHello.extensions.renegotiation_info.renegotiated_connection';
    return fault('wrong-renegotiation-info', at, say('must be empty at first'), spec(5746, '3.6'));
  }
  return {
    hello,
    suites: hello.cipherSuites,
    groups: find(extensions, 'supported_groups')?.groups,
    schemes: find(extensions, 'signature_algorithms')?.schemes ?? sha1Schemes,
    protocols: find(extensions, 'application_layer_protocol_negotiation')?.protocols,
    serverName: find(extensions, 'server_name')?.hostName ?? undefined,
    extendedMainSecret: find(extensions, 'extended_master_secret') !== undefined,
    encryptThenMac: find(extensions, 'encrypt_then_mac') !== undefined,
    secureRenegotiation:
      renegotiation !== undefined || hello.cipherSuites.includes(emptyRenegotiationInfoScsv),
    tickets: find(extensions, 'session_ticket') !== undefined,
  };
}

/** rsa_pkcs1_sha1, dsa_sha1, ecdsa_sha1: what a client without signature_algorithms takes, RFC 5246 §7.4.1.4.1. */
const sha1Schemes: readonly number[] = [0x0201, 0x0202, 0x0203];

export function negotiateTls12(offer: Offer12, config: ServerConfig): Agreement12 | TlsError {
  const suite = chooseTls12Suite(offer, config);
  if (isTlsError(suite)) return suite;
  const protocol = chooseProtocol(offer, config);
  if (isTlsError(protocol)) return protocol;
  return {
    offer,
    suite,
    group: groupFor(suite.chosen, offer, config),
    scheme: exchangeParts(suite.chosen.keyExchange).signed ? schemeFor(offer, config) : undefined,
    protocol,
  };
}

/** The first of the deciding list that both sides have, and that can be done with this certificate and these groups. */
function chooseTls12Suite(offer: Offer12, config: ServerConfig): Choice<Tls12Suite> | TlsError {
  const known = config.suites.filter((code) => tls12SuiteByCode(code) !== undefined);
  const usable = known.filter((code) => {
    const suite = tls12SuiteByCode(code);
    return suite !== undefined && isUsable(suite, offer, config);
  });
  const choice = chooseFrom(offer.suites, usable, config.preference);
  const suite = choice && tls12SuiteByCode(choice.chosen);
  if (choice !== undefined && suite !== undefined) {
    return { ...choice, chosen: suite, placeAtServer: known.indexOf(suite.code) + 1 };
  }
  const { kind } = config.credential.leaf.publicKey;
  const detail = say(
    'offered {}; accepted with a key of type {} {}',
    names(offer.suites),
    kind,
    names(usable),
  );
  return fault('no-common-cipher-suite', 'ClientHello.cipher_suites', detail, spec(5246, '7.4.1.3'));
}

function isUsable(suite: Tls12Suite, offer: Offer12, config: ServerConfig): boolean {
  const { ephemeral, certificate, signed, psk } = exchangeParts(suite.keyExchange);
  if (psk && config.tls12.psks.length === 0) return false;
  if (certificate && !keyFits(suite, offer, config)) return false;
  if (signed && schemeFor(offer, config) === undefined) return false;
  return !ephemeral || groupFor(suite, offer, config) !== undefined;
}

function keyFits(suite: Tls12Suite, offer: Offer12, config: ServerConfig): boolean {
  const key = readPublicKey(config.credential.leaf.subjectPublicKeyInfo);
  if (key === undefined) return false;
  const wanted = keyTypes(suite);
  const onCurve = key.kind.startsWith('P-');
  // The curve of the key, whether it signs or agrees, must be one that the client knows (RFC 8422 §5.1, §5.3).
  if (onCurve && !knowsCurve(offer, key.kind)) return false;
  if (wanted !== undefined) return wanted.includes(key.kind);
  return exchangeParts(suite.keyExchange).agreement === 'dh' ? key.kind === 'DH' : onCurve;
}

function knowsCurve({ groups }: Offer12, curve: string): boolean {
  if (groups === undefined) return true;
  return groups.some((code) => {
    const group = groupByCode(code);
    return group !== undefined && curveOf(group)?.curve === curve;
  });
}

function schemeFor(offer: Offer12, config: ServerConfig): SignatureScheme | undefined {
  return chooseTls12Scheme(config.credential.leaf, offer.schemes, config.signatureSchemes);
}

function groupFor(suite: Tls12Suite, offer: Offer12, config: ServerConfig): ChosenGroup | undefined {
  const { ephemeral, agreement } = exchangeParts(suite.keyExchange);
  if (!ephemeral) return undefined;
  if (agreement === 'dh') {
    const dh = dhGroupFor(offer, config);
    return dh && { group: { kind: 'dh', group: dh }, code: codeOfFfdhe(dh.name) ?? 0 };
  }
  const curves = config.groups.filter((code) => {
    const group = groupByCode(code);
    return group !== undefined && curveOf(group) !== undefined;
  });
  const choice = chooseFrom(offer.groups ?? curves, curves, config.preference);
  const group = choice && groupByCode(choice.chosen);
  const curve = group && curveOf(group);
  return curve && { group: curve, code: group.code, choice };
}

/**
 * A client may name groups of RFC 7919, and then gets one of them or no DHE suite (§4). A server that has a group
 * of its own is older than that and does not look.
 */
function dhGroupFor(offer: Offer12, config: ServerConfig): FfdhGroup | undefined {
  const { dhGroup } = config.tls12;
  const code = codeOfFfdhe(dhGroup.name);
  const asked = (offer.groups ?? []).filter((one) => !isGrease(one) && one >= 0x0100 && one <= 0x01ff);
  if (code === undefined || asked.length === 0 || asked.includes(code)) return dhGroup;
  const name = asked.map((one) => ffdheCodes.get(one)).find((one) => one !== undefined);
  return name && ffdheGroup(name);
}

const ffdheCodes: ReadonlyMap<number, FfdheName> = new Map([
  [0x0100, 'ffdhe2048'],
  [0x0101, 'ffdhe3072'],
  [0x0102, 'ffdhe4096'],
  [0x0103, 'ffdhe6144'],
  [0x0104, 'ffdhe8192'],
]);

function codeOfFfdhe(name: string): number | undefined {
  return [...ffdheCodes].find(([, one]) => one === name)?.[0];
}

function names(codes: readonly number[]): string {
  const real = codes.filter((code) => !isGrease(code) && tls12SuiteByCode(code) !== undefined);
  return real.map((code) => suiteName(code) ?? '').join(', ') || 'none';
}
