/**
 * What one validation may spend. Certificates come from strangers, who can make graphs of them in which
 * a careless search never ends; with a budget each kind of work has a last unit.
 */
import type { Limits } from './input.ts';
import type { Spent } from './result.ts';

export const defaultLimits: Limits = {
  signatures: 100,
  steps: 20_000,
  nameComparisons: 250_000,
};

export class Budget {
  readonly limits: Limits;
  #signatures = 0;
  #steps = 0;
  #nameComparisons = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.limits = { ...defaultLimits, ...limits };
  }

  /** Takes one signature; false where none is left. */
  takeSignature(): boolean {
    if (this.#signatures >= this.limits.signatures) return false;
    this.#signatures += 1;
    return true;
  }

  /** Takes one step of the search. */
  takeStep(): boolean {
    if (this.#steps >= this.limits.steps) return false;
    this.#steps += 1;
    return true;
  }

  /** Takes one comparison of a name with a name constraint. */
  takeNameComparison(): boolean {
    if (this.#nameComparisons >= this.limits.nameComparisons) return false;
    this.#nameComparisons += 1;
    return true;
  }

  get spent(): Spent {
    return {
      signatures: this.#signatures,
      signatureBudget: this.limits.signatures,
      steps: this.#steps,
      stepBudget: this.limits.steps,
      nameComparisons: this.#nameComparisons,
      nameComparisonBudget: this.limits.nameComparisons,
    };
  }

  get hasSignatures(): boolean {
    return this.#signatures < this.limits.signatures;
  }

  get hasSteps(): boolean {
    return this.#steps < this.limits.steps;
  }
}
