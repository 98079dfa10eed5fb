/** What a key share consists of, by its group. */
import { partName, type NamedGroup } from '../../tls/registry/groups.ts';
import type { SharePart } from '../step-facts.ts';

export function sharePartsIn(group: NamedGroup, from: 'client' | 'server'): readonly SharePart[] {
  return group.parts.map((part): SharePart => {
    if (part.kind !== 'kem') return { algorithm: partName(part), holds: 'public-key', bytes: part.length };
    return from === 'client'
      ? { algorithm: part.kem, holds: 'encapsulation-key', bytes: part.encapsulationKeyLength }
      : { algorithm: part.kem, holds: 'ciphertext', bytes: part.ciphertextLength };
  });
}
