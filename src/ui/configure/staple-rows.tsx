import type { ServerConfig } from '../../lab/scenario.ts';
import { configureWords } from '../../lesson/configure.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { FormRow } from './form-row.tsx';
import type { Changes } from './use-sheet.ts';
import styles from './form.module.css';

const staples: readonly ServerConfig['staple'][] = ['none', 'good', 'revoked', 'stale'];
/** The workshop says what stands in its register, now or some days ago. */
const workshopStaples: readonly ServerConfig['staple'][] = ['none', 'good', 'stale'];
const responders: readonly ServerConfig['responder'][] = ['issuer', 'delegated'];

/** What the server staples to its certificate, and whose signature is under it. */
export function StapleRows({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords).form;
  const { change } = useActions();
  const { staple, responder, ownCertificate } = useLab((state) => state.scenario.server);
  const isOwn = ownCertificate !== '';
  const texts = isOwn ? words.workshopStaples : words.staples;
  return (
    <>
      <FormRow label={words.staple} changed={changes.has('server.staple')}>
        {(id) => (
          <select
            id={id}
            className={styles.select}
            value={isOwn && staple === 'revoked' ? 'good' : staple}
            onChange={(event) =>
              change({ server: { staple: event.currentTarget.value as ServerConfig['staple'] } })
            }
          >
            {(isOwn ? workshopStaples : staples).map((one) => (
              <option key={one} value={one}>
                {texts[one]}
              </option>
            ))}
          </select>
        )}
      </FormRow>
      {staple !== 'none' && !isOwn && (
        <FormRow label={words.responder} changed={changes.has('server.responder')}>
          {(id) => (
            <select
              id={id}
              className={styles.select}
              value={responder}
              onChange={(event) =>
                change({ server: { responder: event.currentTarget.value as ServerConfig['responder'] } })
              }
            >
              {responders.map((one) => (
                <option key={one} value={one}>
                  {words.responders[one]}
                </option>
              ))}
            </select>
          )}
        </FormRow>
      )}
    </>
  );
}
