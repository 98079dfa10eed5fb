import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Trace } from '../../lab/trace.ts';
import { clientWords } from '../../lesson/clients.ts';
import { clientTable, messageOf } from '../../view/clients.ts';
import { pageKind } from '../../view/error-page.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import { Breakable } from './breakable.tsx';
import styles from './error-page.module.css';

/** What the user of a browser gets to see instead of the page; the code as measured. */
export function ErrorPage({ trace }: { readonly trace: Trace }) {
  const words = useWords(clientWords).page;
  const kind = pageKind(trace);
  if (!kind) return null;
  const host = trace.scenario.browser.serverName;
  const measured = messageOf(clientTable(trace), 'chromium');
  const { heading, text } = words[kind];
  return (
    <figure className={styles.frame} aria-label={words.label(host)}>
      <div className={styles.bar}>
        <span>
          <Icon of={TriangleAlert} size={13} />
          {words.notSecure}
        </span>
        <code>{host}</code>
      </div>
      <div className={styles.page}>
        <Icon of={TriangleAlert} size={22} />
        <h3>{heading}</h3>
        <p>{text(host)}</p>
        {measured?.text !== undefined && (
          <code>
            <Breakable text={measured.text} />
          </code>
        )}
      </div>
      <figcaption className={styles.caption}>
        {measured ? words.as(measured.client.name, measured.client.version) : words.notMeasured}
        {typeof measured?.proceed === 'boolean' && `, ${measured.proceed ? words.proceed : words.noProceed}`}
      </figcaption>
    </figure>
  );
}
