/**
 * The key derivation of TLS 1.2 (RFC 5246 §8.1 and §6.3) as this run computed it: premaster secret, main secret,
 * and the key block cut into its parts. A value is there because an operation made it; what comes after the
 * current step is `later`.
 */
import { toHex } from '../bytes/hex.ts';
import type { Spec } from '../bytes/spec.ts';
import type { Step, StepOperation, Trace } from '../lab/trace.ts';
import { valueLabel, type ValueNameWords } from '../lesson/value-names.ts';

export interface DerivedValue {
  readonly name: string;
  readonly label: string;
  readonly side: 'browser' | 'server' | undefined;
  readonly bytes: number;
  readonly hex: string;
  /** From 0. */
  readonly step: number;
  readonly later: boolean;
  readonly operation: StepOperation;
}

export interface DerivationStage {
  readonly id: 'premaster' | 'main' | 'block';
  readonly how: 'agreed' | 'invented' | 'shared' | 'prf';
  /** Algorithm of the agreement, or hash of the PRF. */
  readonly algorithm: string;
  /** 'extended master secret'. */
  readonly prfLabel: string | undefined;
  /** What goes in besides the secret above. */
  readonly inputs: readonly string[];
  readonly spec: Spec | undefined;
  readonly value: DerivedValue;
}

export interface KeyDerivation {
  readonly stages: readonly DerivationStage[];
  /** Of the key block, in its order. */
  readonly parts: readonly DerivedValue[];
  readonly finished: readonly DerivedValue[];
}

/** Undefined for other versions, and where the run ended before any secret was made. */
export function keyDerivation(
  trace: Pick<Trace, 'steps'>,
  current: Pick<Step, 'index'>,
  names: ValueNameWords,
): KeyDerivation | undefined {
  const made = (output: string, only?: StepOperation['name']): Found | undefined => {
    for (const step of trace.steps) {
      const operation = step.operations
        .toSorted((a, b) => Number(a.party === 'server') - Number(b.party === 'server'))
        .find(
          ({ name, outputs }) =>
            (only === undefined || name === only) && outputs.some((value) => value.name === output),
        );
      if (operation) return { operation, step: step.index };
    }
    return undefined;
  };
  const block = made('key_block', 'prf');
  const main = made('main_secret', 'prf');
  const premaster = made('premaster_secret');
  if (!block && !main && !premaster) return undefined;
  const value = (found: Found, name: string): DerivedValue => valueOf(found, name, current.index, names);
  const cut = trace.steps.flatMap(({ operations, index }) => {
    const operation = operations.find((candidate) => candidate.name === 'cut');
    return operation ? [{ operation, step: index }] : [];
  })[0];
  return {
    stages: [
      ...(premaster ? [stage('premaster', premaster, value(premaster, 'premaster_secret'), names)] : []),
      ...(main ? [stage('main', main, value(main, 'main_secret'), names)] : []),
      ...(block ? [stage('block', block, value(block, 'key_block'), names)] : []),
    ],
    parts: cut ? cut.operation.outputs.map(({ name }) => value(cut, name)) : [],
    finished: ['client_verify_data', 'server_verify_data'].flatMap((name) => {
      const found = made(name, 'prf');
      return found ? [value(found, name)] : [];
    }),
  };
}

interface Found {
  readonly operation: StepOperation;
  readonly step: number;
}

function stage(
  id: DerivationStage['id'],
  { operation }: Found,
  value: DerivedValue,
  names: ValueNameWords,
): DerivationStage {
  return {
    id,
    how:
      operation.name === 'prf'
        ? 'prf'
        : operation.name === 'agree'
          ? 'agreed'
          : operation.inputs.some(({ name }) => name === 'premaster_random')
            ? 'invented'
            : 'shared',
    algorithm: operation.algorithm,
    prfLabel: operation.name === 'prf' ? operation.label : undefined,
    inputs: (operation.name === 'prf' ? operation.inputs.slice(1) : operation.inputs).map(({ name }) =>
      valueLabel(name, names),
    ),
    spec: operation.spec,
    value,
  };
}

function valueOf(
  { operation, step }: Found,
  name: string,
  current: number,
  names: ValueNameWords,
): DerivedValue {
  const output = operation.outputs.find((candidate) => candidate.name === name);
  return {
    name,
    label: valueLabel(name, names),
    side: name.startsWith('client_') ? 'browser' : name.startsWith('server_') ? 'server' : undefined,
    bytes: output?.bytes.length ?? 0,
    hex: toHex(output?.bytes ?? new Uint8Array()),
    step,
    later: step > current,
    operation,
  };
}

export type ClassicStepId = 'hello' | 'certificate' | 'encrypt' | 'decrypt' | 'symmetric';

/**
 * RSA key exchange as it is usually told, in five steps, each at the step of this run that does it. Undefined for
 * every other key exchange: there no secret travels, and nothing is decrypted with the server's key.
 */
export function classicSteps(
  trace: Pick<Trace, 'steps'>,
): readonly { readonly id: ClassicStepId; readonly step: number }[] | undefined {
  const { steps } = trace;
  const encrypts = steps.find(({ operations }) => operations.some(({ name }) => name === 'rsa-encrypt'));
  if (!encrypts) return undefined;
  const message = (name: string): Step | undefined =>
    steps.find((step) => step.kind === 'message' && step.message === name);
  const found: readonly (readonly [ClassicStepId, Step | undefined])[] = [
    ['hello', message('ServerHello')],
    ['certificate', message('Certificate')],
    ['encrypt', encrypts],
    ['decrypt', steps.find((step) => step.kind === 'local' && step.work === 'decrypt_premaster_secret')],
    ['symmetric', steps.find((step) => step.kind === 'message' && step.level === 'application')],
  ];
  return found.flatMap(([id, step]) => (step ? [{ id, step: step.index }] : []));
}
