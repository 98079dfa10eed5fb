/** Host names as certificates carry them: syntax (RFC 5280 §4.2.1.6, RFC 1034 §3.5) and matching (RFC 9525 §6.3). */

/**
 * Lower-case labels, the left-most first; undefined where the text is no host name: letters, digits and
 * hyphens, with the underscores of practice. A name in other scripts stands there as A-labels (RFC 5890),
 * so a letter beyond ASCII makes it none.
 */
export function labelsOf(name: string): readonly string[] | undefined {
  if (name.length > 253) return undefined;
  const labels = name.toLowerCase().split('.');
  const good = labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
  // A last label of digits only makes it an address, not a name.
  return good && !/^\d+$/.test(labels.at(-1) ?? '') ? labels : undefined;
}

/** A name of subjectAltName: a host name, or a whole left-most wildcard label and a host name. */
export interface Pattern {
  readonly wildcard: boolean;
  /** Labels behind the wildcard, or all. */
  readonly labels: readonly string[];
}

/** Undefined where the text is neither. RFC 9525 §6.3: the wildcard is the whole left-most label. */
export function patternOf(name: string): Pattern | undefined {
  const wildcard = name.startsWith('*.');
  const labels = labelsOf(wildcard ? name.slice(2) : name);
  return labels && { wildcard, labels };
}

/**
 * RFC 9525 §6.3. A wildcard stands for exactly one label. It must have two labels behind it: '*.com'
 * would speak for strangers.
 */
export function dnsNameMatches(reference: string, presented: string): boolean {
  const wanted = labelsOf(reference.replace(/\.$/, ''));
  const pattern = patternOf(presented);
  if (wanted === undefined || pattern === undefined) return false;
  if (!pattern.wildcard) return wanted.join('.') === pattern.labels.join('.');
  return pattern.labels.length >= 2 && wanted.slice(1).join('.') === pattern.labels.join('.');
}
