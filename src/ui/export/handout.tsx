import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { labWords } from '../../lesson/lab.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import { reportWords, type ReportWords } from '../../lesson/report.ts';
import { isRunPage } from '../../state/pages/pages.ts';
import type { LabStore } from '../../state/store.ts';
import { ladderPicture } from '../../view/pictures/ladder-picture.ts';
import { fonts, type Picture, type Shape } from '../../view/pictures/picture.ts';
import { reportOf, type Report } from '../../view/report.ts';
import { PlainText } from './plain-text.tsx';
import styles from './handout.module.css';

/**
 * Whatever asks for paper (the menu, Ctrl+P) gets the handout of the run in the Lab: it is put beside the page
 * right before printing and taken away after it.
 */
export function prepareHandout(store: LabStore): () => void {
  let open: { readonly root: Root; readonly host: HTMLElement } | undefined;
  const show = (): void => {
    const { trace, page, file, scenario, language } = store.getState();
    if (trace === undefined || !isRunPage(page) || open) return;
    const host = document.createElement('div');
    host.id = 'handout';
    document.body.append(host);
    open = { root: createRoot(host), host };
    const words = labWords[language];
    const title = file ?? scenarioWords[language].names[scenario.preset];
    const report = reportOf(trace, title, language, reportWords[language]);
    const picture = ladderPicture(trace, title, words, false);
    flushSync(() => open?.root.render(<Handout {...{ report, picture, words: reportWords[language] }} />));
  };
  const hide = (): void => {
    open?.root.unmount();
    open?.host.remove();
    open = undefined;
  };
  window.addEventListener('beforeprint', show);
  window.addEventListener('afterprint', hide);
  return () => {
    hide();
    window.removeEventListener('beforeprint', show);
    window.removeEventListener('afterprint', hide);
  };
}

interface HandoutProps {
  readonly report: Report;
  readonly picture: Picture;
  readonly words: ReportWords;
}

function Handout({ report, picture, words }: HandoutProps) {
  return (
    <article className={styles.handout}>
      <h1>{report.title}</h1>
      <ul className={styles.intro}>
        {report.intro.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <PictureSvg picture={picture} />
      {report.steps.map((step) => (
        <section key={step.number} className={styles.step}>
          <h2>
            {step.number}. {step.title}
            {step.failed && ` (${words.print.verdicts.failed})`}
          </h2>
          <p className={styles.line}>
            {step.line} · {step.rfc}
          </p>
          <p>
            <PlainText text={step.body} />
          </p>
          {step.checks.length > 0 && (
            <table>
              <tbody>
                {step.checks.map(({ verdict, name, text }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{words.print.verdicts[verdict]}</td>
                    <td>
                      <PlainText text={text} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
      <p className={styles.closing}>{report.closing}</p>
    </article>
  );
}

function PictureSvg({ picture }: { readonly picture: Picture }) {
  const { width, height, title } = picture;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} className={styles.picture}>
      {picture.shapes.map((shape, i) => (
        <ShapeElement key={i} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeElement({ shape }: { readonly shape: Shape }) {
  if (shape.kind === 'text')
    return (
      <text
        x={shape.x}
        y={shape.y}
        fontFamily={shape.mono === true ? fonts.mono : fonts.sans}
        fontSize={shape.size}
        fontWeight={shape.bold === true ? 600 : 400}
        fill={shape.fill}
        textAnchor={shape.anchor ?? 'start'}
      >
        {shape.text}
      </text>
    );
  const points = shape.points.map((point) => point.join(',')).join(' ');
  const dash = shape.dash?.join(' ');
  return shape.kind === 'line' ? (
    <polyline
      points={points}
      fill="none"
      stroke={shape.stroke}
      strokeWidth={shape.width}
      strokeDasharray={dash}
    />
  ) : (
    <polygon points={points} fill={shape.fill} stroke={shape.stroke} strokeDasharray={dash} />
  );
}
