import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useRef, useState } from 'react';
import { configureWords } from '../../lesson/configure.ts';
import { readProtocol } from '../../view/configure-fields.ts';
import { Icon } from '../icons/icon.tsx';
import { IconButton } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import styles from './form.module.css';

export interface ProtocolChipsProps {
  readonly protocols: readonly string[];
  readonly negotiated: string | undefined;
  /** Said in place of an empty list. */
  readonly none: string;
  readonly onChange: (protocols: readonly string[]) => void;
}

/** ALPN names in order; the one agreed on is filled. */
export function ProtocolChips({ protocols, negotiated, none, onChange }: ProtocolChipsProps) {
  const words = useWords(configureWords).form;
  const [typing, setTyping] = useState(false);
  const frame = useRef<HTMLSpanElement>(null);

  const add = (text: string): void => {
    const name = readProtocol(text);
    if (name !== undefined && !protocols.includes(name)) onChange([...protocols, name]);
    setTyping(false);
  };
  return (
    <span ref={frame} className={styles.chips}>
      {protocols.length === 0 && !typing && <em>{none}</em>}
      {protocols.map((name) => (
        <span key={name} className={`${styles.chip} ${name === negotiated ? styles.agreed : ''}`}>
          {name}
          <button
            type="button"
            aria-label={words.removeProtocol(name)}
            onClick={() => {
              onChange(protocols.filter((other) => other !== name));
              frame.current?.querySelector<HTMLElement>('[data-add]')?.focus();
            }}
          >
            <Icon of={X} size={12} />
          </button>
        </span>
      ))}
      {typing ? (
        <input
          // The field replaces the button that was just pressed.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          type="text"
          className={styles.chipInput}
          aria-label={words.addProtocol}
          list="alpn-names"
          spellCheck={false}
          autoCapitalize="off"
          onBlur={(event) => add(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add(event.currentTarget.value);
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setTyping(false);
          }}
        />
      ) : (
        <IconButton
          icon={Plus}
          label={words.addProtocol}
          iconSize={13}
          small
          tip="above"
          data-add
          onClick={() => setTyping(true)}
        />
      )}
    </span>
  );
}
