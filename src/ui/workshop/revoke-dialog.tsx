import { useState } from 'react';
import { revocationReasons, type RevocationReason } from '../../authority/workshop/model.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import type { RegisterRow } from '../../view/workshop.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { useWords } from '../use-lab.ts';
import { useWorkshopActions } from './use-workshop.ts';
import styles from './workshop.module.css';

const reasons = Object.keys(revocationReasons) as readonly RevocationReason[];

/** Asks for the reason; then the register, the list and the answer change, in that order. */
export function RevokeDialog({ row, onClose }: { readonly row: RegisterRow; readonly onClose: () => void }) {
  const words = useWords(workshopWords).revoke;
  const { close } = useWords(inspectorWords).certificates;
  const { revoke } = useWorkshopActions();
  const [reason, setReason] = useState<RevocationReason>('keyCompromise');
  return (
    <Dialog title={words.title(row.name)} closeLabel={close} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void revoke(row.serial, reason);
          onClose();
        }}
      >
        <p className={styles.hint}>{words.text}</p>
        <fieldset className={styles.reasons}>
          <legend>{words.reason}</legend>
          {reasons.map((id) => (
            <label key={id}>
              <input
                type="radio"
                name="reason"
                value={id}
                checked={reason === id}
                onChange={() => setReason(id)}
              />
              <code>
                {id} ({revocationReasons[id]})
              </code>
              <span>{words.reasons[id]}</span>
            </label>
          ))}
        </fieldset>
        <div className={styles.buttons}>
          <Button type="submit" variant="primary">
            {words.confirm}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
