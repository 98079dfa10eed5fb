import { Fragment } from 'react';
import { trustWords } from '../../lesson/trust.ts';
import { pathPicture } from '../../view/trust-path.ts';
import { useWords } from '../use-lab.ts';
import type { PathProps } from './check-list.tsx';
import { Joint } from './joint.tsx';
import { PathCardView } from './path-card.tsx';
import styles from './path.module.css';

/** From the leaf towards a root: certificates as cards, what is missing dashed in red. */
export function PathPictureView({ trace, path, presenter }: PathProps) {
  const { path: words } = useWords(trustWords);
  const picture = pathPicture(trace, path, presenter);
  const aia = words.aia(trace.scenario.browser.aia);
  if (picture.cards.length === 0) return null;
  return (
    <section className={styles.block}>
      <h2 className={styles.heading}>
        {words.title}
        <small>{presenter === 'server' ? words.subtitle : words.clientSubtitle}</small>
      </h2>
      <ol className={styles.chain}>
        {picture.cards.map((card, at) => (
          <Fragment key={at}>
            {at > 0 && (
              <Joint kind={picture.joints[at - 1] ?? 'open'} missing={card.kind !== 'certificate'} />
            )}
            <PathCardView card={card} presenter={presenter} />
          </Fragment>
        ))}
      </ol>
      {picture.issuerUrl !== undefined && (
        <p className={styles.aia}>
          {aia[0]}
          <code>{picture.issuerUrl}</code>
          {aia[1]}
        </p>
      )}
    </section>
  );
}
