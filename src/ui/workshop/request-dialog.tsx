import PenLine from 'lucide-react/icons/pen-line';
import { keyPurposes } from '../../authority/extensions.ts';
import { applicantKeys, type ExampleId, examples, wishOf } from '../../authority/workshop/draft.ts';
import { workshopWords } from '../../lesson/workshop.ts';
import { keyUsageBits } from '../../x509/model.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { CheckBox } from '../configure/check-box.tsx';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { useWords } from '../use-lab.ts';
import { ChoiceRow, PlainRow, SelectRow, TextRow } from '../form/form-field.tsx';
import { useWorkshop, useWorkshopActions, useWorkshopState } from './use-workshop.ts';
import styles from './workshop.module.css';

const exampleIds = Object.keys(examples) as readonly ExampleId[];

/** The form of a request. Signing closes it and clears the desks behind. */
export function RequestDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(workshopWords);
  const { close } = useWords(inspectorWords).certificates;
  const draft = useWorkshopState((state) => state.request);
  const { application } = useWorkshop();
  const { setRequest, startFrom, apply } = useWorkshopActions();
  const wish = wishOf(draft);
  const fault = (field: 'commonName' | 'country' | 'names') =>
    !wish.ok && wish.field === field ? words.faults[field] : undefined;
  const text = (field: 'commonName' | 'organization' | 'country' | 'names') => ({
    label: words.fields[field],
    value: draft[field],
    onChange: (value: string) => setRequest({ [field]: value }),
    fault: field === 'organization' ? undefined : fault(field),
  });
  const example = exampleIds.find((id) => examples[id] === draft);
  const sign = (newKey: boolean): void => {
    void apply(newKey);
    onClose();
  };
  return (
    <Dialog title={words.applicant.dialog} closeLabel={close} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (wish.ok) sign(true);
        }}
      >
        <SelectRow
          label={words.applicant.startFrom}
          value={example ?? 'own'}
          options={[
            ...exampleIds.map((id) => [id, words.applicant.examples[id]] as const),
            ...(example ? [] : [['own', '–'] as const]),
          ]}
          onChange={(id) => {
            if (id !== 'own') startFrom(id);
          }}
        />
        <TextRow {...text('commonName')} />
        <TextRow {...text('organization')} />
        <TextRow {...text('country')} />
        <TextRow {...text('names')} />
        <ChoiceRow
          label={words.fields.keyUsage}
          all={keyUsageBits.slice(0, 7)}
          chosen={draft.keyUsage}
          onChange={(keyUsage) => setRequest({ keyUsage })}
        />
        <ChoiceRow
          label={words.fields.extKeyUsage}
          all={keyPurposes}
          chosen={draft.extKeyUsage}
          onChange={(extKeyUsage) => setRequest({ extKeyUsage })}
        />
        <PlainRow label={words.fields.cA}>
          <CheckBox on={draft.cA} onToggle={(cA) => setRequest({ cA })}>
            {words.fields.cAText}
          </CheckBox>
        </PlainRow>
        <SelectRow
          label={words.fields.keyKind}
          value={draft.keyKind}
          options={applicantKeys.map((kind) => [kind, kind] as const)}
          onChange={(keyKind) => setRequest({ keyKind })}
        />
        <p className={styles.hint}>{words.applicant.wishes}</p>
        <div className={styles.buttons}>
          <Button type="submit" variant="primary" icon={PenLine} disabled={!wish.ok}>
            {words.applicant.signNew}
          </Button>
          {application && (
            <Button disabled={!wish.ok} onClick={() => sign(false)}>
              {words.applicant.sameKeyAgain}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
