/** Judging a ClientHello, RFC 9846 §4.2.2 and §9.2: what must hold before anything is negotiated. */
import { spec } from '../../bytes/spec.ts';
import { tls12 } from '../client/hello.ts';
import type { TlsError } from '../errors.ts';
import { checkDuplicates, checkPlaces, find, missing } from '../extensions.ts';
import { isGrease } from '../registry/names.ts';
import { fault } from '../failure.ts';
import { extensionCode } from '../messages/extensions.ts';
import type { ClientHello, KeyShareEntry } from '../messages/model.ts';
import { extensionCodes } from '../registry/extensions.ts';
import { groupByCode, shareLengths } from '../registry/groups.ts';
import { say } from '../../bytes/say.ts';

/** A ClientHello that offers TLS 1.3 with all that is needed for certificates with (EC)DHE, or for a PSK. */
export interface Offer {
  readonly hello: ClientHello;
  readonly suites: readonly number[];
  /** Empty where the client offers a PSK and no key exchange. */
  readonly groups: readonly number[];
  readonly shares: readonly KeyShareEntry[];
  /** Empty where the client offers a PSK and takes no certificate. */
  readonly schemes: readonly number[];
  readonly protocols: readonly string[] | undefined;
  readonly serverName: string | undefined;
}

export function readOffer(hello: ClientHello): Offer | TlsError {
  const wrong = checkForm(hello);
  if (wrong !== undefined) return wrong;
  const schemes = find(hello.extensions, 'signature_algorithms')?.schemes;
  const groups = find(hello.extensions, 'supported_groups')?.groups;
  const shares = find(hello.extensions, 'key_share')?.shares;
  // RFC 9846 §9.2: without a PSK, all three are needed; groups and shares come together or not at all.
  const psk = has(hello, extensionCodes.pre_shared_key);
  if (schemes === undefined && !psk) return missing('signature_algorithms', 'ClientHello');
  if (groups === undefined && !(psk && shares === undefined))
    return missing('supported_groups', 'ClientHello');
  if (shares === undefined && !(psk && groups === undefined)) return missing('key_share', 'ClientHello');
  const wrongShares = checkShares(shares ?? [], groups ?? []);
  if (wrongShares !== undefined) return wrongShares;
  return {
    hello,
    suites: hello.cipherSuites,
    groups: groups ?? [],
    shares: shares ?? [],
    schemes: schemes ?? [],
    protocols: find(hello.extensions, 'application_layer_protocol_negotiation')?.protocols,
    serverName: find(hello.extensions, 'server_name')?.hostName ?? undefined,
  };
}

function checkForm(hello: ClientHello): TlsError | undefined {
  const section = spec(9846, '4.2.2');
  const extensions = hello.extensions ?? [];
  const wrong =
    checkDuplicates(extensions, 'ClientHello') ?? checkPlaces(extensions, 'client_hello', 'ClientHello');
  if (wrong !== undefined) return wrong;
  if (hello.legacyVersion !== tls12) {
    const detail = say('0x{}, must be 0x0303', hello.legacyVersion.toString(16).padStart(4, '0'));
    return fault('illegal-legacy-version', 'ClientHello.legacy_version', detail, section);
  }
  if (hello.legacyCompressionMethods.length !== 1 || hello.legacyCompressionMethods[0] !== 0) {
    return fault(
      'illegal-compression-method',
      'ClientHello.legacy_compression_methods',
      say('must be the single byte 0'),
      section,
    );
  }
  const psk = extensions.findIndex((extension) => extensionCode(extension) === extensionCodes.pre_shared_key);
  if (psk >= 0 && psk !== extensions.length - 1) {
    const detail = say('must be the last extension');
    return fault(
      'pre-shared-key-not-last',
      'ClientHello.extensions.pre_shared_key',
      detail,
      spec(9846, '4.3.11'),
    );
  }
  if (psk >= 0 && find(extensions, 'psk_key_exchange_modes') === undefined)
    return missing('psk_key_exchange_modes', 'ClientHello');
  // Early data is protected with a PSK, so there must be one (RFC 9846 §4.3.10).
  if (psk < 0 && has(hello, extensionCodes.early_data)) return missing('pre_shared_key', 'ClientHello');
  return checkOffer(hello);
}

/** Each share belongs to an offered group, in the same order, once (RFC 9846 §4.3.8). */
function checkShares(shares: readonly KeyShareEntry[], groups: readonly number[]): TlsError | undefined {
  const at = 'ClientHello.extensions.key_share.client_shares';
  const section = spec(9846, '4.3.8');
  let last = -1;
  const seen = new Set<number>();
  for (const [i, share] of shares.entries()) {
    const code = `0x${share.group.toString(16).padStart(4, '0')}`;
    if (seen.has(share.group))
      return fault('duplicate-key-share', `${at}.[${i}]`, say('a second share for group {}', code), section);
    seen.add(share.group);
    const place = groups.indexOf(share.group);
    if (place < 0)
      return fault(
        'unoffered-group',
        `${at}.[${i}].group`,
        say('{} is not in supported_groups', code),
        section,
      );
    if (place < last)
      return fault(
        'key-share-out-of-order',
        `${at}.[${i}].group`,
        say('{} is out of the order of supported_groups', code),
        section,
      );
    last = place;
    const group = groupByCode(share.group);
    if (
      group !== undefined &&
      !isGrease(share.group) &&
      share.keyExchange.length !== shareLengths(group).client
    ) {
      const detail = say(
        '{}: {} bytes, {} expected',
        group.name,
        share.keyExchange.length,
        shareLengths(group).client,
      );
      return fault('invalid-key-share', `${at}.[${i}].key_exchange`, detail, group.spec);
    }
  }
  return undefined;
}

export function has(hello: ClientHello, code: number): boolean {
  return (hello.extensions ?? []).some((extension) => extensionCode(extension) === code);
}

/** Whether the offer of PSKs has a form that can be judged: one binder for each identity. */
function checkOffer(hello: ClientHello): TlsError | undefined {
  const offer = find(hello.extensions, 'pre_shared_key');
  if (offer === undefined || offer.identities.length === offer.binders.length) return undefined;
  const detail = say('{} identities, {} binders', offer.identities.length, offer.binders.length);
  return fault(
    'psk-binders-missing',
    'ClientHello.extensions.pre_shared_key.binders',
    detail,
    spec(9846, '4.3.11'),
  );
}
