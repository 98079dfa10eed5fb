/** What the table of suites can be narrowed by. Apart, because links are read before the table is loaded. */

export const facetValues = {
  version: ['tls13', 'tls12', 'older'],
  exchange: [
    'ECDHE',
    'DHE',
    'RSA',
    'DH',
    'ECDH',
    'anon',
    'PSK',
    'DHE_PSK',
    'ECDHE_PSK',
    'RSA_PSK',
    'other',
    'any',
  ],
  authentication: ['RSA', 'ECDSA', 'DSS', 'PSK', 'none', 'other', 'any'],
  cipher: ['AES', 'CHACHA20', 'CAMELLIA', 'ARIA', '3DES', 'RC4', 'NULL', 'other'],
  hash: ['SHA256', 'SHA384', 'SHA', 'MD5', 'other'],
  status: ['recommended', 'special', 'legacy', 'broken'],
  property: ['secrecy', 'aead', 'runs'],
  source: ['rfc5246', 'rfc8446'],
} as const;

export type FacetId = keyof typeof facetValues;
export type FacetValue<Facet extends FacetId> = (typeof facetValues)[Facet][number];

/** The chosen values by facet; a facet without any narrows nothing. */
export type Filters = { readonly [Facet in FacetId]?: readonly FacetValue<Facet>[] };

export const facetIds = Object.keys(facetValues) as readonly FacetId[];
