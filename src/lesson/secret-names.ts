/**
 * Names of values: the stable ones of the recorder ('client_handshake_traffic_secret') and how the
 * RFC writes them ('c hs traffic'). RFC names are the same in every language.
 */

/** What a value is, whoever has it and however often it was renewed. Texts are keyed by it. */
export type ValueKind =
  | 'hello-random'
  | 'session-id'
  | 'grease-seed'
  | 'cookie'
  | 'private-key'
  | 'public-key'
  | 'kem-ciphertext'
  | 'partial-secret'
  | 'shared-secret'
  | 'early-secret'
  | 'derived'
  | 'handshake-secret'
  | 'handshake-traffic-secret'
  | 'main-secret'
  | 'application-traffic-secret'
  | 'updated-traffic-secret'
  | 'exporter-secret'
  | 'resumption-secret'
  | 'resumption-psk'
  | 'external-psk'
  | 'ticket-key'
  | 'ticket-state'
  | 'ticket'
  | 'ticket-nonce'
  | 'ticket-age-add'
  | 'request-context'
  | 'traffic-key'
  | 'traffic-iv'
  | 'finished-key'
  | 'verify-data'
  | 'binder'
  | 'early-traffic-secret'
  | 'early-exporter-secret'
  | 'transcript-hash'
  | 'empty-hash'
  | 'nonce'
  | 'record'
  | 'plaintext'
  | 'signing-key'
  | 'handshake-signature'
  | 'certificate-signature'
  | 'issuer-hash'
  | 'revocation-signature'
  // TLS 1.2 only.
  | 'premaster-secret'
  | 'premaster-random'
  | 'premaster-fallback'
  | 'encrypted-premaster'
  | 'other-secret'
  | 'key-block'
  | 'write-mac-key'
  | 'write-key'
  | 'write-iv'
  | 'record-mac'
  | 'record-iv'
  | 'params-signature'
  | 'server-private-key'
  | 'new-session-id';

const kinds: readonly (readonly [RegExp, ValueKind])[] = [
  [/^(client|server)_random$/, 'hello-random'],
  [/^legacy_session_id$/, 'session-id'],
  [/^grease_seed$/, 'grease-seed'],
  [/^cookie$/, 'cookie'],
  [/^(client|server)_signing_key$/, 'signing-key'],
  [/^server_private_key$/, 'server-private-key'],
  [/^premaster_secret$/, 'premaster-secret'],
  [/^premaster_random$/, 'premaster-random'],
  [/^(premaster_fallback|premaster_secret_fallback|other_secret_fallback)$/, 'premaster-fallback'],
  [/^encrypted_premaster_secret$/, 'encrypted-premaster'],
  [/^other_secret$/, 'other-secret'],
  [/^key_block(_parts)?$/, 'key-block'],
  [/_write_MAC_key$/, 'write-mac-key'],
  [/_write_key$/, 'write-key'],
  [/_write_IV$/, 'write-iv'],
  [/_record_MAC_\d+$/, 'record-mac'],
  [/_record_IV_\d+$/, 'record-iv'],
  [/^(verify )?server_key_exchange_signature$/, 'params-signature'],
  [/^session_id$/, 'new-session-id'],
  [/^server_random_first_24$/, 'hello-random'],
  [/_private_key$/, 'private-key'],
  [/_public_key$/, 'public-key'],
  [/_secret_ciphertext$/, 'kem-ciphertext'],
  [/^shared_secret$/, 'shared-secret'],
  [/^early_secret(_without_psk)?$/, 'early-secret'],
  [/^derived_/, 'derived'],
  [/^handshake_secret$/, 'handshake-secret'],
  [/_handshake_traffic_secret$/, 'handshake-traffic-secret'],
  [/^main_secret$/, 'main-secret'],
  [/_application_traffic_secret_0$/, 'application-traffic-secret'],
  [/_application_traffic_secret_[1-9]\d*$/, 'updated-traffic-secret'],
  [/^client_early_traffic_secret$/, 'early-traffic-secret'],
  [/^early_exporter_secret$/, 'early-exporter-secret'],
  [/^exporter_secret$/, 'exporter-secret'],
  [/^resumption_secret$/, 'resumption-secret'],
  [/^resumption_psk(_\d+)?$/, 'resumption-psk'],
  [/^external_psk$/, 'external-psk'],
  [/^ticket_key(_name)?$/, 'ticket-key'],
  [/^ticket_state$/, 'ticket-state'],
  [/^session_ticket$/, 'ticket'],
  [/^ticket_(seal_)?nonce$/, 'ticket-nonce'],
  [/^ticket_age_add$/, 'ticket-age-add'],
  [/^certificate_request_context$/, 'request-context'],
  [/_finished_key$/, 'finished-key'],
  [/_verify_data$/, 'verify-data'],
  [/^binder(_key)?$/, 'binder'],
  [/_iv(_\d+)?$/, 'traffic-iv'],
  [/_nonce_\d+$/, 'nonce'],
  [/_record_\d+$/, 'record'],
  [/_plaintext_\d+$/, 'plaintext'],
  [/_(handshake|application|early)_key(_\d+)?$/, 'traffic-key'],
  [/^transcript_hash /, 'transcript-hash'],
  [/^empty_hash$/, 'empty-hash'],
  [/^(verify )?(client|server)_certificate_verify$/, 'handshake-signature'],
  [/^verify certificate /, 'certificate-signature'],
  [/^issuer_hash$/, 'issuer-hash'],
  [/^verify (CRL|OCSP response) /, 'revocation-signature'],
  [/^(x25519|mlkem768|p256|p384|p521)_secret$/, 'partial-secret'],
];

/** Undefined for a name this engine does not give. `name` is a value's name or an operation's purpose. */
export function valueKind(name: string): ValueKind | undefined {
  return kinds.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whose value it is, where the name says so. */
export function ownerOf(name: string): 'browser' | 'server' | undefined {
  const side = /(?:^|verify )(client|server)_/.exec(name)?.[1];
  return side === undefined ? undefined : side === 'client' ? 'browser' : 'server';
}
