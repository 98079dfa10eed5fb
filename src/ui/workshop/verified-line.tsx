import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import { workshopWords } from '../../lesson/workshop.ts';
import { signatureHolds } from '../../state/workshop/verdicts.ts';
import { nameOf } from '../../view/workshop.ts';
import type { Certificate } from '../../x509/model.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import styles from './workshop.module.css';

interface VerifiedLineProps {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly issuer: Certificate;
}

/** Verifies the document's signature and says what came out; until then nothing. */
export function VerifiedLine({ der, issuer }: VerifiedLineProps) {
  const words = useWords(workshopWords).directory;
  const [found, setFound] = useState<{ readonly der: unknown; readonly holds: boolean }>();
  useEffect(() => {
    let wanted = true;
    void signatureHolds(der, issuer).then((holds) => {
      if (wanted) setFound({ der, holds });
    });
    return () => {
      wanted = false;
    };
  }, [der, issuer]);
  if (found?.der !== der) return null;
  return (
    <p className={styles.note} data-good={found.holds}>
      <Icon of={found.holds ? Check : X} size={13} />
      {found.holds ? words.verified(nameOf(issuer)) : words.notVerified(nameOf(issuer))}
    </p>
  );
}
