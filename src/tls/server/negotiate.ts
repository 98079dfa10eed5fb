/** Choosing from both lists, RFC 9846 §4.2.1. Every choice says which rule made it. */
import { spec } from '../../bytes/spec.ts';
import type { TlsError } from '../errors.ts';
import { isGrease } from '../registry/names.ts';
import { find } from '../extensions.ts';
import { fault } from '../failure.ts';
import type { ClientHello } from '../messages/model.ts';
import { chooseScheme } from '../proofs.ts';
import { pskModes } from '../registry/psk-modes.ts';
import { groupByCode, type NamedGroup } from '../registry/groups.ts';
import { schemeByCode, type SignatureScheme } from '../registry/schemes.ts';
import { suiteByCode, type CipherSuite } from '../registry/suites.ts';
import type { Offer } from './client-hello.ts';
import type { PskPolicy, ServerConfig } from './config.ts';
import type { AcceptedPsk } from './psk.ts';
import { say } from '../../bytes/say.ts';

export interface Choice<T> {
  readonly chosen: T;
  /** Place in each list, from 1; GREASE values are not counted. */
  readonly placeAtClient: number;
  readonly placeAtServer: number;
  /** How many entries both lists have in common. */
  readonly common: number;
}

/** The first entry of the deciding side's list that the other side has too. */
export function chooseFrom(
  client: readonly number[],
  server: readonly number[],
  decides: 'server' | 'client',
): Choice<number> | undefined {
  const offered = client.filter((code) => !isGrease(code));
  const [first, second] = decides === 'server' ? [server, offered] : [offered, server];
  const chosen = first.find((code) => second.includes(code));
  if (chosen === undefined) return undefined;
  return {
    chosen,
    placeAtClient: offered.indexOf(chosen) + 1,
    placeAtServer: server.indexOf(chosen) + 1,
    common: first.filter((code) => second.includes(code)).length,
  };
}

export function chooseSuite(offer: Offer, config: ServerConfig): Choice<CipherSuite> | TlsError {
  // The lists hold older suites as well.
  const of13 = (codes: readonly number[]) => codes.filter((code) => suiteByCode(code) !== undefined);
  const choice = chooseFrom(offer.suites, of13(config.suites), config.preference);
  const suite = choice && suiteByCode(choice.chosen);
  if (choice === undefined || suite === undefined) {
    const detail = say('offered {}; accepted {}', names(offer.suites), names(config.suites));
    return fault('no-common-cipher-suite', 'ClientHello.cipher_suites', detail, spec(9846, '4.2.1'));
  }
  return { ...choice, chosen: suite };
}

export function chooseGroup(offer: Offer, config: ServerConfig): Choice<NamedGroup> | TlsError {
  const choice = chooseFrom(offer.groups, config.groups, config.preference);
  const group = choice && groupByCode(choice.chosen);
  if (choice === undefined || group === undefined) {
    const detail = say('offered {}; accepted {}', hex(offer.groups), hex(config.groups));
    return fault('no-common-group', 'ClientHello.extensions.supported_groups', detail, spec(9846, '4.2.1'));
  }
  return { ...choice, chosen: group };
}

export function chooseSignatureScheme(offer: Offer, config: ServerConfig): SignatureScheme | TlsError {
  const code = chooseScheme(config.credential.leaf, offer.schemes, config.signatureSchemes);
  const scheme = code === undefined ? undefined : schemeByCode(code);
  if (scheme !== undefined) return scheme;
  const detail = say('no offered scheme fits a key of type {}', config.credential.leaf.publicKey.kind);
  return fault(
    'no-common-signature-scheme',
    'ClientHello.extensions.signature_algorithms',
    detail,
    spec(9846, '4.3.3'),
  );
}

/** The mode to use a PSK in: the first of the server's that the client also offers. Undefined: none. */
export function chooseMode(
  hello: ClientHello,
  policy: PskPolicy | undefined,
): AcceptedPsk['mode'] | undefined {
  const offered = find(hello.extensions, 'psk_key_exchange_modes')?.modes ?? [];
  const mode = policy?.modes.find((candidate) => offered.includes(candidate));
  if (mode === pskModes.psk_ke) return 'psk_ke';
  return mode === pskModes.psk_dhe_ke ? 'psk_dhe_ke' : undefined;
}

/** Undefined: the extension is not answered. RFC 7301 §3.2. */
export function chooseProtocol(
  offer: Pick<Offer, 'protocols'>,
  config: ServerConfig,
): string | undefined | TlsError {
  if (offer.protocols === undefined || config.alpn.length === 0) return undefined;
  const chosen = config.alpn.find((protocol) => offer.protocols?.includes(protocol));
  if (chosen !== undefined) return chosen;
  const at = 'ClientHello.extensions.application_layer_protocol_negotiation';
  return fault(
    'no-common-protocol',
    at,
    say('offered {}; accepted {}', offer.protocols.join(', '), config.alpn.join(', ')),
    spec(7301, '3.2'),
  );
}

/** Which rule chose, for whoever explains it. */
export function choiceFacts(what: 'suite' | 'group', choice: Choice<unknown>, config: ServerConfig) {
  const decidedBy = config.preference === 'server' ? 'server' : 'browser';
  const { placeAtClient, placeAtServer, common } = choice;
  return what === 'suite'
    ? {
        suiteDecidedBy: decidedBy,
        suitePlaceAtBrowser: placeAtClient,
        suitePlaceAtServer: placeAtServer,
        suiteCommon: common,
      }
    : {
        groupDecidedBy: decidedBy,
        groupPlaceAtBrowser: placeAtClient,
        groupPlaceAtServer: placeAtServer,
        groupCommon: common,
      };
}

function names(codes: readonly number[]): string {
  return (
    codes
      .filter((code) => !isGrease(code))
      .map((code) => suiteByCode(code)?.name ?? `0x${code.toString(16).padStart(4, '0')}`)
      .join(', ') || 'none'
  );
}

function hex(codes: readonly number[]): string {
  return (
    codes
      .filter((code) => !isGrease(code))
      .map((code) => groupByCode(code)?.name ?? `0x${code.toString(16).padStart(4, '0')}`)
      .join(', ') || 'none'
  );
}
