import { Suspense, useEffect } from 'react';
import { Ladder } from '../ladder/ladder.tsx';
import { loadMotion } from '../motion/motion.ts';
import { Waiting } from '../pages/waiting.tsx';
import player from '../player/player.module.css';
import { useLab, useLabStore } from '../use-lab.ts';
import { prefetchPanels } from './prefetch.ts';
import { WholePage } from './whole-page.tsx';
import { late, useAhead } from '../late/late.tsx';
import styles from './app-shell.module.css';

const Inspector = late(() => import('../inspector/inspector.tsx').then((module) => module.Inspector));
const Player = late(() => import('../player/player.tsx').then((module) => module.Player));
const ConfigureSheet = late(() =>
  import('../configure/configure-sheet.tsx').then((module) => module.ConfigureSheet),
);

/** Wanted as soon as the first screen stands. */
const next = [Inspector, Player];

/** Where the player will stand: nothing moves when it comes. */
const playerPlace = <div className={player.player} />;

/** The Lab: ladder, inspector, player. */
export function Stage() {
  const trace = useLab((state) => state.trace);
  const embedded = useLab((state) => state.embedded);
  const configuring = useLab((state) => state.configureOpen);
  const wide = useLab((state) => state.tab === 'crypto' && !state.configureOpen);
  const painted = useLab((state) => state.painted);
  const ready = useAhead(next, painted);
  const store = useLabStore();
  useEffect(() => {
    loadMotion();
  }, []);
  useEffect(() => {
    if (painted && ready) void prefetchPanels(store, [ConfigureSheet]);
  }, [painted, ready, store]);
  if (!trace) return <Waiting />;
  return (
    <>
      <main tabIndex={-1} className={`${styles.stage} ${wide ? styles.wideTab : ''}`}>
        <Ladder trace={trace} folded={wide} />
        <div className={styles.inspector}>
          {painted && ready && (
            <Suspense>
              <Inspector />
            </Suspense>
          )}
          {configuring && (
            <Suspense>
              <ConfigureSheet />
            </Suspense>
          )}
        </div>
      </main>
      {embedded ? (
        <WholePage />
      ) : (
        <Suspense fallback={playerPlace}>
          {painted && ready ? <Player trace={trace} /> : playerPlace}
        </Suspense>
      )}
    </>
  );
}
