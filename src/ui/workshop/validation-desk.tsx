import MessageCircleQuestion from 'lucide-react/icons/message-circle-question-mark';
import { useState } from 'react';
import { spec } from '../../bytes/spec.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { certificateOf, officeOf } from '../../authority/workshop/workshop.ts';
import { registerRows, shortSerial } from '../../view/workshop.ts';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import { Desk, Waits } from './desk.tsx';
import { DocumentBox, Facts } from './document-box.tsx';
import { SelectRow } from '../form/form-field.tsx';
import { useWorkshop, useWorkshopActions, useWorkshopState } from './use-workshop.ts';
import { VerifiedLine } from './verified-line.tsx';
import styles from './workshop.module.css';

/** A serial number that no office of the workshop draws: all of them begin with another octet. */
const unissued = '00d1ce';

/** Answers about one serial number at a time. */
export function ValidationDesk({ isDue }: { readonly isDue: boolean }) {
  const words = useWords(workshopWords).validation;
  const workshop = useWorkshop();
  const now = useWorkshopState((state) => state.now);
  const current = useWorkshopState((state) => state.current);
  const { inquire } = useWorkshopActions();
  const rows = registerRows(workshop, now).filter(({ entry }) => entry.published);
  const [chosen, setChosen] = useState<string>();
  const wanted = chosen ?? current;
  const serial = rows.some((row) => row.serial === wanted) || wanted === unissued ? wanted : rows[0]?.serial;
  const office = rows.find((row) => row.serial === serial)?.issuer ?? 'issuing';
  return (
    <Desk id="validation" number={4}>
      <SelectRow
        label={words.about}
        className={styles.about}
        value={serial ?? unissued}
        options={[
          ...rows.map((row) => [row.serial, `${row.name} ${shortSerial(row.serial)}`] as const),
          [unissued, words.unissued] as const,
        ]}
        onChange={setChosen}
      />
      <Button
        className={styles.ask}
        variant={isDue ? 'primary' : 'quiet'}
        icon={MessageCircleQuestion}
        onClick={() => void inquire(serial ?? unissued, office)}
      >
        {words.ask}
      </Button>
      {workshop.inquiry ? <Answer /> : <Waits>{words.waits}</Waits>}
      <p className={styles.note}>
        <RfcLink spec={spec(6960, '2.2')} /> {words.words}
      </p>
    </Desk>
  );
}

function Answer() {
  const all = useWords(workshopWords);
  const words = all.validation;
  const workshop = useWorkshop();
  const { inquiry } = workshop;
  const office = inquiry && officeOf(workshop, inquiry.issuer);
  if (!inquiry || !office) return null;
  const issuer = certificateOf(office.certificate);
  const { answer } = inquiry;
  const question = words.questionText(shortSerial(inquiry.serial));
  return (
    <div role="status">
      <DocumentBox
        document={{ kind: 'question', der: inquiry.request, name: question }}
        label={words.question}
        title={question}
        isSigned={false}
      >
        {null}
      </DocumentBox>
      <DocumentBox
        key={`${inquiry.serial} ${inquiry.producedAt} ${answer.status}`}
        document={{ kind: 'answer', der: inquiry.reply, name: words.statuses[answer.status], issuer }}
        label={words.answer}
        title={words.statuses[answer.status]}
        isSigned
        isBad={answer.status === 'revoked'}
      >
        <Facts
          rows={[
            ...(answer.status === 'revoked'
              ? [[words.since, all.moment(answer.at)] as const, [words.reason, answer.reason] as const]
              : []),
            [words.produced, all.moment(inquiry.producedAt)],
            [words.until, all.moment(inquiry.nextUpdate)],
            [words.signedBy, words.theIssuer],
            [words.nonce, words.nonceReturned],
          ]}
        />
      </DocumentBox>
      <VerifiedLine der={inquiry.reply} issuer={issuer} />
      <p className={styles.hint}>{words.meanings[answer.status]}</p>
    </div>
  );
}
