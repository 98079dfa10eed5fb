/**
 * Public suffixes: names below which strangers register theirs ('com', 'co.uk', 's3.amazonaws.com'). The
 * list of publicsuffix.org, as the library brings it; loaded only where a wildcard makes it matter.
 */
import { getPublicSuffix } from 'tldts';

/** The rules of registries and those of private operators; both let strangers in. */
export function isPublicSuffix(name: string): boolean {
  return getPublicSuffix(name, { allowPrivateDomains: true }) === name;
}
