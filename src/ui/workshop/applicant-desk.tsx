import { useState } from 'react';
import PenLine from 'lucide-react/icons/pen-line';
import { toHex } from '../../bytes/hex.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { KeyGlyph } from '../icons/key-glyph.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import { Desk, Waits } from './desk.tsx';
import { DocumentBox, Facts } from './document-box.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { useWorkshop } from './use-workshop.ts';
import styles from './workshop.module.css';

/** Bytes of the request that are shown on the desk. */
const shownBytes = 40;

/** Makes a key and a request. */
export function ApplicantDesk({ isDue }: { readonly isDue: boolean }) {
  const words = useWords(workshopWords);
  const { application } = useWorkshop();
  const [isOpen, setOpen] = useState(false);
  const subject = application?.wish.subject;
  return (
    <Desk id="applicant" role={subject?.organization ?? subject?.commonName}>
      {application ? (
        <>
          <DocumentBox
            document={{
              kind: 'request',
              der: application.request,
              name: subject?.commonName ?? words.applicant.document,
            }}
            label={words.applicant.document}
            title={subject?.commonName ?? application.wish.names[0]?.value ?? ''}
            isSigned={false}
          >
            <code className={styles.hex}>
              {toHex(application.request.slice(0, shownBytes)).replace(/../g, '$& ').trim()}
              <small>{words.moreBytes(application.request.length - shownBytes)}</small>
            </code>
            <Facts
              rows={[
                [words.applicant.key, words.applicant.keyIs(application.key.kind)],
                [words.applicant.signedBy, words.applicant.sameKey],
              ]}
            />
          </DocumentBox>
          <p className={styles.note}>
            <KeyGlyph size={13} />
            {words.applicant.keeps}
          </p>
        </>
      ) : (
        <Waits>{words.applicant.none}</Waits>
      )}
      <Button
        id="edit-request"
        className={styles.act}
        variant={isDue ? 'primary' : 'quiet'}
        icon={PenLine}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {application ? words.applicant.edit : words.applicant.write}
      </Button>
      {isOpen && <RequestDialog onClose={() => setOpen(false)} />}
    </Desk>
  );
}
