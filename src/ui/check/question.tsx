import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useRef, useState } from 'react';
import { checkWords } from '../../lesson/check.ts';
import { hostOf } from '../../view/check.ts';
import { clockText, readClock, readHost } from '../../view/configure-fields.ts';
import { TextRow } from '../form/form-field.tsx';
import { Button, IconButton } from '../primitives/button.tsx';
import { Switch } from '../primitives/switch.tsx';
import { useLab, useWords } from '../use-lab.ts';
import { readAll } from './paste-area.tsx';
import { useCheck, useCheckActions } from './use-check.ts';
import { certificatesIn } from '../../interchange/paste.ts';
import { arrange } from '../../x509/arrange.ts';
import styles from './check.module.css';

/** Which name is asked for, when, and whom the client trusts. */
export function Question() {
  const words = useWords(checkWords).question;
  return (
    <section className={styles.question} aria-labelledby="question-title">
      <h2 id="question-title">{words.title}</h2>
      <div className={styles.fields}>
        <HostField />
        <TimeField />
      </div>
      <Roots />
    </section>
  );
}

function HostField() {
  const words = useWords(checkWords).question;
  const host = useCheck((state) => state.host);
  const items = useCheck((state) => state.items);
  const { setHost } = useCheckActions();
  const certificates = certificatesIn(items);
  const natural = hostOf(certificates[arrange(certificates).order[0] ?? -1]);
  const [draft, setDraft] = useState<string>();
  const text = draft ?? host ?? natural;
  const isGood = text.trim() === '' || readHost(text) !== undefined;
  return (
    <TextRow
      label={words.host}
      value={text}
      placeholder={words.hostHint}
      fault={isGood ? undefined : words.hostWrong}
      onChange={(typed) => {
        const read = typed.trim() === '' ? '' : readHost(typed);
        setDraft(read === undefined ? typed : undefined);
        if (read !== undefined) setHost(typed === natural ? undefined : read);
      }}
    />
  );
}

function TimeField() {
  const words = useWords(checkWords).question;
  const time = useCheck((state) => state.time);
  const judged = useCheck((state) => state.trace?.clock);
  const { setTime } = useCheckActions();
  const [draft, setDraft] = useState<string>();
  const shown = time ?? judged;
  const text = draft ?? (shown === undefined ? words.now : clockText(shown));
  return (
    <div className={styles.time}>
      <TextRow
        label={words.time}
        value={text}
        fault={draft === undefined ? undefined : words.timeWrong}
        onChange={(typed) => {
          const read = readClock(typed);
          setDraft(read === undefined ? typed : undefined);
          if (read !== undefined) setTime(read);
        }}
      />
      {(time !== undefined || draft !== undefined) && (
        <Button
          variant="bar"
          onClick={() => {
            setDraft(undefined);
            setTime(undefined);
          }}
        >
          {words.resetTime}
        </Button>
      )}
    </div>
  );
}

function Roots() {
  const words = useWords(checkWords).roots;
  const useMock = useCheck((state) => state.useMock);
  const useWorkshop = useCheck((state) => state.useWorkshop);
  const own = useCheck((state) => state.ownRoots);
  const fault = useCheck((state) => state.rootFault);
  const mockCount = useLab((state) => state.trace?.trust?.browser.store.length ?? 0);
  const { setMock, setWorkshop, addRoots, distrust } = useCheckActions();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.roots} role="group" aria-labelledby="roots-title">
      <h3 id="roots-title">{words.title}</h3>
      <Switch on={useMock} onToggle={() => setMock(!useMock)} describedBy="mock-note">
        {words.mock(mockCount)}
      </Switch>
      <small id="mock-note">{words.mockNote}</small>
      <Switch on={useWorkshop} onToggle={() => setWorkshop(!useWorkshop)}>
        {words.workshop}
      </Switch>
      {own.map((root) => (
        <span key={String(root.serialNumber)} className={styles.own}>
          {root.subject.commonName ?? root.subject.text} <small>{words.own}</small>
          <IconButton
            icon={X}
            small
            tip="none"
            label={words.remove(root.subject.commonName ?? root.subject.text)}
            onClick={() => distrust(root)}
          />
        </span>
      ))}
      <Button icon={Plus} variant="bar" onClick={() => input.current?.click()}>
        {words.add}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.add}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          for (const file of files) void readAll([file], (bytes) => addRoots(file.name, bytes));
        }}
      />
      {fault !== undefined && <p role="alert">{words.fault(fault)}</p>}
      <p className={styles.hint}>{!useMock && !useWorkshop && own.length === 0 ? words.none : words.real}</p>
    </div>
  );
}
