import Check from 'lucide-react/icons/check';
import CirclePlay from 'lucide-react/icons/circle-play';
import Minus from 'lucide-react/icons/minus';
import { spec } from '../../bytes/spec.ts';
import { suiteScenario } from '../../lab/suite-scenario.ts';
import { suitesWords } from '../../lesson/suites.ts';
import type { SuiteRow } from '../../view/suites/rows.ts';
import { Icon } from '../icons/icon.tsx';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { Button } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './anatomy-head.module.css';

/** Code, versions, where it is defined; at the right what it promises. */
export function AnatomyHead({ row }: { readonly row: SuiteRow }) {
  const words = useWords(suitesWords);
  const { anatomy: texts } = words;
  const { openInLab } = useActions();
  const { anatomy, registered } = row;
  const scenario = suiteScenario(row.code);
  const promises = [
    { yes: anatomy.forwardSecrecy, text: anatomy.forwardSecrecy ? texts.secrecy.yes : texts.secrecy.no },
    { yes: anatomy.aead, text: anatomy.aead ? texts.aead.yes : texts.aead.no },
    { yes: registered.recommended === 'yes', text: texts.iana[registered.recommended] },
  ];
  return (
    <div className={styles.head}>
      <p className={styles.facts}>
        <b>{texts.title}</b>
        <code>{row.codeText}</code>
        <span>{texts.tls(words.versions.name(...row.versions))}</span>
        {row.openssl !== undefined && anatomy.family === 'tls12' && <code>{texts.openssl(row.openssl)}</code>}
        {registered.references.map(({ rfc, title }) =>
          rfc === undefined ? (
            <span key={title}>{title}</span>
          ) : (
            <RfcLink key={title} spec={rfc === 9846 ? spec(9846, 'B.4') : { rfc, section: '' }} arrow />
          ),
        )}
      </p>
      {scenario && (
        <Button variant="bar" icon={CirclePlay} className={styles.run} onClick={() => openInLab(scenario)}>
          {texts.run}
        </Button>
      )}
      {anatomy.family !== 'signal' && (
        <ul className={styles.promises}>
          {promises.map(({ yes, text }) => (
            <li key={text} className={yes ? styles.yes : undefined}>
              <Icon of={yes ? Check : Minus} size={14} />
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
