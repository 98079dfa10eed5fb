/** All checks, in the order they are shown. */
import type { CheckModule } from '../check.ts';
import { algorithmMatch } from './algorithm-match.ts';
import { basicConstraints } from './basic-constraints.ts';
import { criticalExtensions } from './critical-extensions.ts';
import { extendedKeyUsage } from './extended-key-usage.ts';
import { hostName } from './host-name.ts';
import { keyUsage } from './key-usage.ts';
import { pathLength } from './path-length.ts';
import { signature } from './signature.ts';
import { trustAnchor } from './trust-anchor.ts';
import { validity } from './validity.ts';

export const checkModules: readonly CheckModule[] = [
  trustAnchor,
  signature,
  algorithmMatch,
  validity,
  hostName,
  basicConstraints,
  pathLength,
  keyUsage,
  extendedKeyUsage,
  criticalExtensions,
];
