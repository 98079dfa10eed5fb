import ShieldAlert from 'lucide-react/icons/shield-alert';
import Lock from 'lucide-react/icons/lock';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Trace } from '../../lab/trace.ts';
import { type ClientWords, clientWords } from '../../lesson/clients.ts';
import type { ClientRow } from '../../view/clients.ts';
import { pageKind, type PageKind } from '../../view/error-page.ts';
import { sentCards } from '../../view/trust-certificates.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import { Breakable } from './breakable.tsx';
import styles from './client-preview.module.css';

export interface PreviewProps {
  readonly trace: Trace;
  readonly row: ClientRow;
  /** What the page is about, where this run itself does not fail. */
  readonly page?: PageKind | undefined;
}

/** What the user of this client gets to see: a browser's page, or the lines in a terminal. */
export function ClientPreview({ trace, row, page }: PreviewProps) {
  const words = useWords(clientWords);
  const { id, name } = row.client;
  if (row.verdict === 'not-measured') return <p className={styles.unknown}>{words.notSeen(name)}</p>;
  return id === 'chromium' || id === 'firefox' || id === 'safari' ? (
    <BrowserPage trace={trace} row={row} page={page} brand={id} words={words} />
  ) : (
    <Terminal trace={trace} row={row} words={words} />
  );
}

type Brand = 'chromium' | 'firefox' | 'safari';
interface Drawn extends PreviewProps {
  readonly words: ClientWords;
}

function BrowserPage({ trace, row, page: kind, brand, words }: Drawn & { readonly brand: Brand }) {
  const { page } = words;
  const host = trace.scenario.browser.serverName;
  const { name } = row.client;
  if (row.verdict === 'connects') {
    return (
      <figure className={`${styles.frame} ${styles[brand]}`} aria-label={page.fine(name, host)}>
        <div className={styles.bar}>
          <span className={styles.closed}>
            <Icon of={Lock} size={13} />
          </span>
          <code>{host}</code>
        </div>
        <div className={`${styles.page} ${styles.shop}`} aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
        <SiteCaption row={row} words={words} />
      </figure>
    );
  }
  const { heading, text } = page[brand][kind ?? pageKind(trace) ?? 'certificate'];
  return (
    <figure className={`${styles.frame} ${styles[brand]}`} aria-label={page.label(name, host)}>
      <div className={styles.bar}>
        <span>
          <Icon of={TriangleAlert} size={13} />
          {brand !== 'safari' && page.notSecure}
        </span>
        <code>{host}</code>
      </div>
      <div className={styles.page}>
        <Icon of={brand === 'firefox' ? ShieldAlert : TriangleAlert} size={22} />
        <h3>{heading}</h3>
        <p>{text(host)}</p>
        {row.text !== undefined && (
          <code lang="en">
            <Breakable text={row.text} />
          </code>
        )}
        <span className={styles.buttons} aria-hidden="true">
          <b>{page.back}</b>
          {row.proceed !== false && <b>{page.advanced}</b>}
        </span>
        {typeof row.proceed === 'boolean' && (
          <p className={styles.past}>{row.proceed ? page.goOn(host) : page.onlyBack}</p>
        )}
      </div>
      <Caption row={row} words={words} />
    </figure>
  );
}

function Terminal({ trace, row, words }: Drawn) {
  const host = trace.scenario.browser.serverName;
  const { id, name } = row.client;
  const leaf = sentCards(trace, 'server')[0]?.name ?? host;
  const lines =
    row.verdict === 'connects'
      ? words.terminalFine(id, host)
      : words.terminal(id, { host, text: row.text ?? '', code: row.code, leaf });
  return (
    <figure className={styles.terminal} aria-label={words.terminalLabel(name, host)}>
      <pre lang="en">
        {lines.map((line, at) => (
          <span key={at} className={at === 0 ? styles.command : undefined}>
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
      <Caption row={row} words={words} />
    </figure>
  );
}

function Caption({ row, words }: { readonly row: ClientRow; readonly words: ClientWords }) {
  const { page, basis } = words;
  const { name, version } = row.client;
  const source = version === undefined ? page.read(name) : page.as(name, version);
  const remark = row.basis === 'derived' || row.basis === 'inferred' ? `, ${basis[row.basis]}` : '';
  return (
    <figcaption className={styles.caption}>
      {source}
      {remark}; {page.drawn}
    </figcaption>
  );
}

/** Of a browser that shows the site there is no message to quote. */
function SiteCaption({ row, words }: { readonly row: ClientRow; readonly words: ClientWords }) {
  const { page, basis } = words;
  const { name, version } = row.client;
  const remark = row.basis === 'measured' ? '' : `, ${basis[row.basis]}`;
  return (
    <figcaption className={styles.caption}>
      {page.connects(version === undefined ? name : `${name} ${version}`)}
      {remark}; {page.site}
    </figcaption>
  );
}
