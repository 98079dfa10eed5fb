import { useState } from 'react';
import type { Trace } from '../../lab/trace.ts';
import { learnWords } from '../../lesson/learn.ts';
import { digitsOf, factsOf } from '../../lesson/lessons/facts.ts';
import { smallExchange } from '../../view/small-numbers.ts';
import { useWords } from '../use-lab.ts';
import styles from './learn.module.css';

/** Diffie-Hellman by hand: two secret numbers, picked by the learner. */
export function SmallNumbers({ trace }: { readonly trace: Trace }) {
  const { small } = useWords(learnWords);
  const [secrets, setSecrets] = useState({ browser: 6, server: 15 });
  const { prime, base, sent, shared, tries } = smallExchange(secrets.browser, secrets.server);
  const [, , realPrime] = factsOf(trace).operation('agree')?.inputs ?? [];
  const side = (party: 'browser' | 'server', other: 'browser' | 'server') => (
    <li>
      <label>
        {small[party]}
        <input
          type="number"
          min={1}
          max={prime - 2}
          value={secrets[party]}
          onChange={({ target }) => {
            const value = Math.trunc(target.valueAsNumber);
            if (value >= 1 && value <= prime - 2) setSecrets({ ...secrets, [party]: value });
          }}
        />
      </label>
      <span>{small.sends(base, secrets[party], prime, sent[party])}</span>
      <span>{small.computes(sent[other], secrets[party], prime, shared[party])}</span>
    </li>
  );
  return (
    <section className={styles.small}>
      <h2>
        {small.title} <small>{small.note(prime, base)}</small>
      </h2>
      <ul>
        {side('browser', 'server')}
        {side('server', 'browser')}
      </ul>
      <p role="status">
        {small.eve(sent.browser, sent.server, tries, shared.browser, digitsOf(realPrime?.bytes))}
      </p>
    </section>
  );
}
