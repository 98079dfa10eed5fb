import { useId, useState } from 'react';
import { encode } from 'uqr';
import { shareWords } from '../../lesson/share.ts';
import { copyText } from '../app-shell/clipboard.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Switch } from '../primitives/switch.tsx';
import { useActions, useLanguage, useWords } from '../use-lab.ts';
import styles from './share.module.css';

export interface ShareDialogProps {
  readonly href: string;
  readonly onClose: () => void;
}

/** One link that holds everything: as text, as a QR code, and as a snippet for a page. */
export function ShareDialog({ href, onClose }: ShareDialogProps) {
  const words = useWords(shareWords);
  const [withTheme, setWithTheme] = useState(false);
  const theme = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
  const language = useLanguage();
  const [withLanguage, setWithLanguage] = useState(false);
  const link = withFrame(href, [
    ...(withTheme ? [`theme=${theme}`] : []),
    ...(withLanguage ? [`lang=${language}`] : []),
  ]);
  const frame = withFrame(link, ['embed=1']);
  const snippet = `<iframe src="${frame.replaceAll('&', '&amp;')}" title="Handshake Lab" width="100%" height="640"></iframe>`;
  return (
    <Dialog title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={styles.body}>
        <div>
          <Text label={words.link} value={link} />
          <p>{words.linkNote(link.length)}</p>
          <Switch on={withTheme} onToggle={() => setWithTheme(!withTheme)}>
            {words.withTheme(words.themes[theme])}
          </Switch>
          <Switch on={withLanguage} onToggle={() => setWithLanguage(!withLanguage)}>
            {words.withLanguage}
          </Switch>
          <Text label={words.embed} value={snippet} />
          <p>{words.embedNote}</p>
        </div>
        <QrCode text={link} />
      </div>
    </Dialog>
  );
}

function withFrame(href: string, parameters: readonly string[]): string {
  if (parameters.length === 0) return href;
  return `${href}${href.includes('?') ? '&' : '?v=1&'}${parameters.join('&')}`;
}

function Text({ label, value }: { readonly label: string; readonly value: string }) {
  const words = useWords(shareWords);
  const { notify } = useActions();
  const id = useId();
  return (
    <div className={styles.text}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={3} value={value} onFocus={(event) => event.target.select()} />
      <Button
        onClick={() => void copyText(value).then((done) => notify(done ? words.copied : words.notCopied))}
      >
        {words.copy}
      </Button>
    </div>
  );
}

function QrCode({ text }: { readonly text: string }) {
  const words = useWords(shareWords);
  const code = codeOf(text);
  return (
    <figure className={styles.qr}>
      {code ? (
        <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={words.qr}>
          <path d={code.path} />
        </svg>
      ) : null}
      <figcaption>{code ? words.qrNote : words.qrTooLong}</figcaption>
    </figure>
  );
}

/** Undefined where the text does not fit the largest code (2,953 bytes, ISO/IEC 18004). */
function codeOf(text: string): { readonly size: number; readonly path: string } | undefined {
  try {
    const { size, data } = encode(text, { ecc: 'L', border: 2 });
    const path = data
      .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
      .join('');
    return { size, path };
  } catch {
    return undefined;
  }
}
