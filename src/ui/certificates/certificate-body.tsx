import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import type { ReactNode } from 'react';
import type { Field } from '../../bytes/field.ts';
import { toHex, utf8 } from '../../bytes/hex.ts';
import { opensslText } from '../../interchange/openssl/certificate-text.ts';
import { encodePem } from '../../interchange/pem.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { certificateOf } from '../../view/certificates.ts';
import type { Certificate } from '../../x509/model.ts';
import { copyText } from '../app-shell/clipboard.ts';
import { IconButton } from '../primitives/button.tsx';
import { Menu } from '../primitives/menu.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { Asn1View } from './asn1-view.tsx';
import type { Asn1ViewProps } from './asn1-view.tsx';
import { ReadView } from './read-view.tsx';
import { saveBytes } from './save-bytes.ts';
import styles from './certificates.module.css';

export type CertificateViewName = 'read' | 'asn1' | 'text' | 'pem';

export interface CertificateBodyProps extends Asn1ViewProps {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly field: Field;
  /** Empty for bytes that are no certificate. */
  readonly name: string;
  /** Where it comes from, in a word or two. */
  readonly place?: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly clock: number;
  readonly issuer: Certificate | undefined;
  readonly view: CertificateViewName;
  readonly linkTo: (path: string) => () => void;
  /** Stands at the end of the head. */
  readonly children?: ReactNode;
}

/** One certificate: as a viewer reads it, its DER, as `openssl x509 -text` prints it, PEM; copy and download. */
export function CertificateBody(props: CertificateBodyProps) {
  const { der, view, place, children } = props;
  const all = useWords(inspectorWords);
  const words = all.certificates;
  const { notify } = useActions();
  const certificate = certificateOf({ der });
  const pem = encodePem('CERTIFICATE', der);
  const name = props.name || words.broken;
  const text = certificate ? opensslText(certificate) : toHex(der);
  const fileName = (props.name || 'certificate').replace(/[^\w.-]+/g, '-').toLowerCase();

  const copy = (): void => {
    const copied = { read: text, text, asn1: toHex(der), pem }[view];
    void copyText(copied).then((done) => notify(done ? words.copied(name) : all.frame.copyFailed));
  };
  const download = (kind: 'pem' | 'der', bytes: Uint8Array<ArrayBuffer>) => ({
    id: kind,
    label: words.download[kind],
    note: `${fileName}.${kind}`,
    onSelect: () => saveBytes(`${fileName}.${kind}`, bytes),
  });
  return (
    <article className={styles.certificate}>
      <header>
        <h2>{name}</h2>
        <span className={styles.facts}>
          {certificate && (
            <>
              {words.version(certificate.version)}
              <i />
            </>
          )}
          {place !== undefined && (
            <>
              {place}
              <i />
            </>
          )}
          {words.size(der.length, '')}
        </span>
        <span className={styles.actions}>
          <IconButton icon={Copy} small label={words.copy[view]} tip="below-end" onClick={copy} />
          <Menu
            label={words.downloadMenu}
            sections={[{ items: [download('pem', utf8(pem)), download('der', der)] }]}
            renderTrigger={(trigger) => (
              <IconButton icon={Download} small label={words.downloadMenu} tip="below-end" {...trigger} />
            )}
          />
          {children}
        </span>
      </header>
      <Body {...props} certificate={certificate} text={view === 'pem' ? pem : text} />
    </article>
  );
}

function Body({
  certificate,
  text,
  ...props
}: CertificateBodyProps & { readonly certificate: Certificate | undefined; readonly text: string }) {
  const { der, field, level, step, negotiated, beside, start, view, clock, issuer, linkTo } = props;
  if (view === 'asn1' || !certificate)
    return (
      <Asn1View
        key={start}
        der={der}
        field={field}
        {...(level && { level })}
        step={step}
        negotiated={negotiated}
        beside={beside ?? false}
        start={start}
      />
    );
  if (view === 'read')
    return <ReadView certificate={certificate} clock={clock} issuer={issuer} linkTo={linkTo} />;
  return (
    // It scrolls, so keys must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre tabIndex={0} lang="en" className={styles.plain}>
      {text}
    </pre>
  );
}
