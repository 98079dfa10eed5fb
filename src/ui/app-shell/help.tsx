import { helpWords } from '../../lesson/help.ts';
import { Dialog } from '../primitives/dialog.tsx';
import { Switch } from '../primitives/switch.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './help.module.css';

export function Help() {
  const words = useWords(helpWords);
  const letters = useLab((state) => state.letterKeys);
  const offline = useLab((state) => state.offline);
  const { setHelpOpen, setLetterKeys } = useActions();
  return (
    <Dialog title={words.title} closeLabel={words.close} onClose={() => setHelpOpen(false)}>
      <dl className={styles.keys}>
        {words.rows.map((row) => (
          <div
            key={row.text}
            className={!letters && /^[A-Z]$/.test(row.keys[0] ?? '') ? styles.off : undefined}
          >
            <dt>
              {row.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{row.text}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.letters}>
        <Switch on={letters} onToggle={() => setLetterKeys(!letters)} describedBy="letter-keys-note">
          {words.letters}
        </Switch>
        <p id="letter-keys-note">{words.lettersNote}</p>
      </div>
      <h3 className={styles.about}>{words.about}</h3>
      {words.aboutText.map((text) => (
        <p key={text} className={styles.text}>
          {text}
        </p>
      ))}
      <p className={styles.text}>{words.offline[offline]}</p>
    </Dialog>
  );
}
