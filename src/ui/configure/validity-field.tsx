import { configureWords } from '../../lesson/configure.ts';
import { readWhole } from '../../view/configure-fields.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { TextField } from './text-field.tsx';
import styles from './form.module.css';

const day = 86_400_000;
const limit = 20_000;

/** First and last day of the leaf, counted from the day it is issued for. */
export function ValidityField() {
  const words = useWords(configureWords).form;
  const { change } = useActions();
  const [from, to] = useLab((state) => state.scenario.server.validity);
  const clock = useLab((state) => state.trace?.clock);

  const commit = (text: string, write: (days: number) => readonly [number, number]): boolean => {
    const days = readWhole(text, -limit, limit);
    if (days === undefined) return false;
    change({ server: { validity: write(days) } });
    return true;
  };
  return (
    <span
      className={styles.validity}
      title={clock === undefined ? undefined : words.validDates(clock + from * day, clock + to * day)}
    >
      <TextField
        label={words.validFrom}
        value={String(from).replace('-', '\u2212')}
        wrong={words.wholeDays}
        numeric
        onCommit={(text) => commit(text, (days) => [days, to])}
      />
      <span>{words.validUntil}</span>
      <TextField
        label={words.validTo}
        value={String(to).replace('-', '\u2212')}
        wrong={words.wholeDays}
        numeric
        onCommit={(text) => commit(text, (days) => [from, days])}
      />
      <span>{words.validUnit}</span>
    </span>
  );
}
