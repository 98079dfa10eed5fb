/**
 * The policies that are valid along a path, as a graph: RFC 5280 §6.1 with the data structure of RFC 9618
 * §5, which grows with the number of policies and not with the number of ways through them.
 *
 * What the RFC calls depth is the number of certificates below the trust anchor. A node holds a policy at
 * its depth; its parents are nodes one depth above that expected this policy.
 */
import type { PolicyMapping } from '../model.ts';

export const anyPolicy = '2.5.29.32.0';

interface Node {
  readonly policy: string;
  /** What the next certificate may call this policy. */
  readonly expected: Set<string>;
  readonly parents: readonly Node[];
}

type Level = Map<string, Node>;

export class PolicyGraph {
  /** By depth; the top is the initial node. Empty: the RFC's NULL. */
  #levels: Level[] = [
    new Map([[anyPolicy, { policy: anyPolicy, expected: new Set([anyPolicy]), parents: [] }]]),
  ];

  get isEmpty(): boolean {
    return this.#levels.length === 0;
  }

  /** §6.1.3 (d), (e): one certificate further down. `anyAllowed`: its anyPolicy counts. */
  descend(policies: readonly string[] | undefined, anyAllowed: boolean): void {
    const above = this.#levels.at(-1);
    if (policies === undefined || above === undefined) {
      this.#levels = [];
      return;
    }
    const level: Level = new Map();
    const expecting = expectations(above);
    for (const policy of policies) {
      if (policy === anyPolicy) continue;
      const any = above.get(anyPolicy);
      const parents = expecting.get(policy) ?? (any ? [any] : []);
      if (parents.length > 0) level.set(policy, { policy, expected: new Set([policy]), parents });
    }
    if (anyAllowed && policies.includes(anyPolicy)) {
      for (const [policy, parents] of expecting)
        if (!level.has(policy)) level.set(policy, { policy, expected: new Set([policy]), parents });
    }
    this.#levels.push(level);
    this.#prune();
  }

  /** §6.1.4 (b): policies of the issuer's domain get the subject's names, or, inhibited, end here. */
  map(mappings: readonly PolicyMapping[], allowed: boolean): void {
    const level = this.#levels.at(-1);
    if (level === undefined) return;
    const above = this.#levels.at(-2)?.get(anyPolicy);
    const renamed = new Map<string, Set<string>>();
    for (const { issuerDomainPolicy: from, subjectDomainPolicy: to } of mappings)
      renamed.set(from, (renamed.get(from) ?? new Set()).add(to));
    for (const [policy, expected] of renamed) {
      if (!allowed) level.delete(policy);
      else if (level.has(policy)) {
        const node = level.get(policy);
        node?.expected.clear();
        for (const one of expected) node?.expected.add(one);
      } else if (level.has(anyPolicy) && above) level.set(policy, { policy, expected, parents: [above] });
    }
    this.#prune();
  }

  /**
   * §6.1.5 (g), RFC 9618 §5.6: the policies of `wanted` that are valid for the leaf; undefined `wanted`
   * accepts any. 'any' stands for all there are.
   */
  validFor(wanted: readonly string[] | undefined): readonly string[] {
    // A policy is named in the domain of the party that first named it: below anyPolicy.
    const named = new Set<string>();
    for (const level of this.#levels.slice(1))
      for (const node of level.values())
        if (node.parents.some((parent) => parent.policy === anyPolicy)) named.add(node.policy);
    const anything = this.#levels.length > 1 && this.#levels.at(-1)?.has(anyPolicy) === true;
    if (wanted === undefined || wanted.includes(anyPolicy)) return [...named];
    return wanted.filter((policy) => anything || named.has(policy));
  }

  /** §6.1.3 (d)(3): nodes without children go, from the last depth but one upwards. */
  #prune(): void {
    if (this.#levels.at(-1)?.size === 0) {
      this.#levels = [];
      return;
    }
    for (let depth = this.#levels.length - 2; depth >= 0; depth--) {
      const used = new Set<Node>();
      for (const node of this.#levels[depth + 1]?.values() ?? [])
        for (const parent of node.parents) used.add(parent);
      const level = this.#levels[depth];
      for (const [policy, node] of level ?? []) if (!used.has(node)) level?.delete(policy);
    }
  }
}

/** Which nodes of a level expect each policy. */
function expectations(level: Level): Map<string, Node[]> {
  const byPolicy = new Map<string, Node[]>();
  for (const node of level.values())
    for (const policy of node.expected) {
      const nodes = byPolicy.get(policy) ?? [];
      byPolicy.set(policy, nodes);
      nodes.push(node);
    }
  return byPolicy;
}
