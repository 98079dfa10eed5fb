import { aboutWords, standards } from '../../lesson/about.ts';
import { useWords } from '../use-lab.ts';
import reading from '../pages/reading.module.css';
import styles from './about.module.css';

/** What is real, what is not, what it is made of, and how that is checked. */
export function AboutPage() {
  const words = useWords(aboutWords);
  const { real, limits, libraries, truth, privacy } = words;
  const names = Object.keys(__LIBRARIES__);
  return (
    <main tabIndex={-1} className={`${reading.page} ${styles.page}`}>
      <h1>{words.title}</h1>
      <p className={reading.lead}>{words.lead}</p>
      <Points {...real} />
      <Points {...limits} />
      <Points {...truth} />
      <p>{truth.how}</p>
      <h2>{privacy.title}</h2>
      <p>{privacy.text}</p>
      <h2>{words.standards.title}</h2>
      <p>{words.standards.lead}</p>
      <dl className={styles.table}>
        {standards.map(([rfc, title]) => (
          <div key={rfc}>
            <dt>
              <a href={`https://www.rfc-editor.org/rfc/rfc${rfc}`} target="_blank" rel="noreferrer">
                RFC {rfc}
              </a>
            </dt>
            <dd lang="en">{title}</dd>
          </div>
        ))}
      </dl>
      <h2>{libraries.title}</h2>
      <p>{libraries.lead(names.length)}</p>
      <dl className={styles.table}>
        {names.map((name) => (
          <div key={name}>
            <dt>
              {name} {__LIBRARIES__[name]}
            </dt>
            <dd>{libraries.uses[name]}</dd>
          </div>
        ))}
      </dl>
    </main>
  );
}

function Points({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
