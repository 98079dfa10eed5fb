/** Narrowing the table of suites: by facets, and by name, code or OpenSSL name. */
import { facetIds, facetValues } from './facet-ids.ts';
import type { FacetId, FacetValue, Filters } from './facet-ids.ts';
import type { SuiteRow } from './rows.ts';

export interface FacetCount {
  readonly value: string;
  /** Rows that would be shown if this value alone were chosen in its facet, everything else as it is. */
  readonly count: number;
}

export interface FilteredSuites {
  readonly rows: readonly SuiteRow[];
  readonly facets: readonly { readonly id: FacetId; readonly values: readonly FacetCount[] }[];
}

export function filterSuites(all: readonly SuiteRow[], filters: Filters, query: string): FilteredSuites {
  const found = all.filter(matcher(query));
  // For each row, the facets that leave it out.
  const rejected = found.map((row) => facetIds.filter((id) => !passes(row, id, filters[id] ?? [])));
  const facets = facetIds.map((id) => {
    // Properties are joined by "and": a further one narrows what is left. The others by "or".
    const candidates = found.filter((_, index) =>
      (rejected[index] ?? []).every((facet) => facet === id && id !== 'property'),
    );
    return {
      id,
      values: facetValues[id].map((value) => ({
        value,
        count: candidates.filter((row) => valuesOf(row, id).includes(value)).length,
      })),
    };
  });
  return { rows: found.filter((_, index) => rejected[index]?.length === 0), facets };
}

/** The filters with one value switched. */
export function toggled(filters: Filters, id: FacetId, value: string): Filters {
  const chosen: readonly string[] = filters[id] ?? [];
  const next = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : facetValues[id].filter((other) => other === value || chosen.includes(other));
  const { [id]: _, ...others } = filters;
  return next.length === 0 ? others : { ...others, [id]: next };
}

function passes(row: SuiteRow, id: FacetId, chosen: readonly string[]): boolean {
  if (chosen.length === 0) return true;
  const values: readonly string[] = valuesOf(row, id);
  return id === 'property'
    ? chosen.every((value) => values.includes(value))
    : chosen.some((value) => values.includes(value));
}

function valuesOf(row: SuiteRow, id: FacetId): readonly string[] {
  return facets[id](row);
}

const facets: { readonly [Facet in FacetId]: (row: SuiteRow) => readonly FacetValue<Facet>[] } = {
  version: ({ versions: [from, to] }) => [
    ...(to >= 0x0304 ? (['tls13'] as const) : []),
    ...(from <= 0x0303 && to >= 0x0303 ? (['tls12'] as const) : []),
    ...(from <= 0x0302 ? (['older'] as const) : []),
  ],
  exchange: ({ anatomy: { family, exchange } }) => {
    if (family === 'signal') return [];
    if (exchange === undefined) return ['any'];
    if (exchange.endsWith('_anon')) return ['anon'];
    return [facetValues.exchange.find((value) => value === exchange) ?? 'other'];
  },
  authentication: ({ anatomy: { family, authentication } }) => {
    if (family === 'signal') return [];
    if (authentication === undefined) return ['any'];
    if (authentication === 'anon' || authentication === 'NULL') return ['none'];
    return [facetValues.authentication.find((value) => value === authentication) ?? 'other'];
  },
  cipher: ({ anatomy: { cipher } }) =>
    cipher === undefined ? [] : [facetValues.cipher.find((value) => value === cipher) ?? 'other'],
  hash: ({ anatomy: { family, hash } }) =>
    family === 'signal' ? [] : [facetValues.hash.find((value) => value === hash) ?? 'other'],
  status: ({ status }) => (status === 'signal' ? [] : [status]),
  property: ({ anatomy, whyNot }) => [
    ...(anatomy.forwardSecrecy ? (['secrecy'] as const) : []),
    ...(anatomy.aead ? (['aead'] as const) : []),
    ...(whyNot === undefined ? (['runs'] as const) : []),
  ],
  source: ({ code, registered: { references } }) => [
    ...(references.some(({ rfc }) => rfc === 5246) ? (['rfc5246'] as const) : []),
    ...(code >= 0x1301 && code <= 0x1305 ? (['rfc8446'] as const) : []),
  ],
};

/** Every word of the query must be in the name, the OpenSSL name or the code. '-', '_' and case do not matter. */
function matcher(query: string): (row: SuiteRow) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).map(plain);
  return (row) => {
    const hex = row.code.toString(16).padStart(4, '0');
    const texts = [plain(row.name), plain(row.openssl ?? ''), hex, `0x${hex}`, row.codeText.toLowerCase()];
    return words.every((word) => texts.some((text) => text.includes(word)));
  };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('-', '_');
}
