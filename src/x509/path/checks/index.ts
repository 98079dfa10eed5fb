/** All checks, in the order they are shown. */
import type { CheckModule } from '../check.ts';
import { algorithmMatch } from './algorithm-match.ts';
import { basicConstraints } from './basic-constraints.ts';
import { criticalExtensions } from './critical-extensions.ts';
import { encoding } from './encoding.ts';
import { extendedKeyUsage } from './extended-key-usage.ts';
import { extensionRules } from './extension-rules.ts';
import { hostName } from './host-name.ts';
import { keyUsage } from './key-usage.ts';
import { nameChaining } from './name-chaining.ts';
import { nameConstraints } from './name-constraints.ts';
import { pathLength } from './path-length.ts';
import { policies } from './policies.ts';
import { revocation } from './revocation.ts';
import { serialNumber } from './serial-number.ts';
import { signature } from './signature.ts';
import { subjectNames } from './subject-names.ts';
import { trustAnchor } from './trust-anchor.ts';
import { validity } from './validity.ts';

export const checkModules: readonly CheckModule[] = [
  trustAnchor,
  nameChaining,
  signature,
  algorithmMatch,
  validity,
  hostName,
  subjectNames,
  basicConstraints,
  pathLength,
  keyUsage,
  extendedKeyUsage,
  nameConstraints,
  policies,
  criticalExtensions,
  extensionRules,
  serialNumber,
  encoding,
  revocation,
];
