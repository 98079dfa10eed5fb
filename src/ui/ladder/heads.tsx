import Lock from 'lucide-react/icons/lock';
import LockOpen from 'lucide-react/icons/lock-open';
import Router from 'lucide-react/icons/router';
import Server from 'lucide-react/icons/server';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Step } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import { Icon } from '../icons/icon.tsx';
import { Switch } from '../primitives/switch.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import type { Viewport } from '../use-viewport.ts';
import styles from './heads.module.css';

const locks = { open: LockOpen, verified: Lock, failed: TriangleAlert };

export interface HeadsProps {
  readonly step: Step;
  readonly viewport: Viewport;
  readonly attack: boolean;
}

/** The address bar, the eavesdropper's switch and the server, above their lines. */
export function Heads({ step, viewport, attack }: HeadsProps) {
  const words = useWords(labWords);
  const name = useLab((state) => state.trace?.scenario.browser.serverName ?? '');
  const certified = useLab((state) => state.trace?.scenario.server.names[0] ?? '');
  const source = useLab((state) => state.trace?.source);
  const eve = useLab((state) => state.eve);
  const { toggleEve } = useActions();
  const { ladder, parties } = words;
  const { read, seen } = step.eavesdropper;
  // A bridge that is the server does not see what its client verifies, nor what stands in its address bar.
  const served = source?.kind === 'bridge' && source.party === 'server';
  const replayed = source?.kind === 'replay';
  const attacker = useLab((state) => replayed || state.trace?.scenario.browser.renegotiate === true);
  const lockText = replayed
    ? ladder.noLock
    : {
        open: served ? ladder.unrecorded : ladder.running,
        verified: ladder.verified,
        failed: ladder.failed,
      }[step.lock];
  const client = attacker ? ladder.mallory : parties.browser;

  if (viewport === 'phone')
    return (
      <div className={styles.phone}>
        <span>
          <span className={styles[step.lock]}>
            <Icon of={replayed ? Router : locks[step.lock]} />
          </span>
          {client}
          <span className="spoken">, {lockText}</span>
        </span>
        {attack ? (
          <b>{ladder.mallory}</b>
        ) : (
          <Switch on={eve} onToggle={toggleEve} shortcut="E" label={ladder.eavesdropper}>
            {ladder.eveReads(read, seen)}
          </Switch>
        )}
        <span>
          {parties.server}
          <Icon of={Server} />
        </span>
      </div>
    );

  const short = viewport === 'narrow';
  // A trace of the bridge names the real peer; in the lab there is no network, and 443 is what a browser would use.
  const peer = source?.kind === 'bridge' && source.party === 'browser' ? source.peer : undefined;
  // Without server_name a capture still says where it went.
  const end = source?.kind === 'capture' ? source.server : '';
  const port = end === '' ? '443' : end.slice(end.lastIndexOf(':') + 1);
  return (
    <div className={`${styles.heads} ${styles[viewport]}`}>
      <div className={styles.browser}>
        <p>
          <b>{client}</b>
          <small className={short ? 'spoken' : undefined}>{lockText}</small>
        </p>
        <div className={`${styles.address} ${styles[step.lock]}`}>
          <Icon of={replayed ? Router : locks[step.lock]} size={14} />
          <span>{served ? source.peer : replayed ? ladder.recording : name || end}</span>
        </div>
      </div>
      {attack ? (
        <NetworkHead />
      ) : (
        <div className={styles.eve}>
          <Switch on={eve} onToggle={toggleEve} shortcut="E" label={ladder.eavesdropper}>
            {short ? ladder.eve : ladder.eavesdropper}
          </Switch>
          <small className={eve ? undefined : styles.hidden}>
            {short ? ladder.readsShort(read, seen) : ladder.reads(read, seen)}
          </small>
        </div>
      )}
      <div className={styles.server}>
        <p>
          <b>{parties.server}</b>
        </p>
        <div className={styles.address}>
          <Icon of={Server} size={14} />
          <span>{peer ?? (served ? certified : short || name === '' ? name || end : `${name}:${port}`)}</span>
        </div>
      </div>
    </div>
  );
}

function NetworkHead() {
  const { ladder } = useWords(labWords);
  return (
    <div className={styles.network}>
      <p>
        <b>{ladder.network}</b>
      </p>
      <div className={styles.address}>
        <Icon of={Router} size={14} />
        <span>{ladder.mallory}</span>
      </div>
    </div>
  );
}
