/** PskKeyExchangeMode, RFC 9846 §4.3.9. */
export const pskModes = { psk_ke: 0, psk_dhe_ke: 1 } as const;
