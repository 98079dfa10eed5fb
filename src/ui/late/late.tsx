/** Components whose code comes when they are first drawn. Around them stands a Suspense. */
import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { AbsentPart, type AbsentProps } from './absent.tsx';
import { NotArrived, untilHere } from './arrival.ts';

type Load<Props> = () => Promise<ComponentType<Props>>;

export interface Ahead {
  /**
   * Asks for the code before the component is drawn; resolves when it is here or does not arrive. Where it is drawn
   * right behind that, it is not asked for once more.
   */
  readonly ahead: (how?: { readonly drawnNext: boolean }) => Promise<void>;
  readonly isHere: () => boolean;
}

export type LateComponent<Props> = ComponentType<Props> & Ahead;

/**
 * Where the code does not arrive, `Absent` says so in its place and asks again when it is pressed; and so does
 * whoever draws the component the next time.
 */
export function late<Props extends object>(
  load: Load<Props>,
  Absent: ComponentType<AbsentProps> = AbsentPart,
): LateComponent<Props> {
  let arrived: ComponentType<Props> | undefined;
  const ask = () => load().then((found) => (arrived = found), standIn);
  const make = () => lazy(async () => ({ default: await ask() }));
  let Part: ComponentType<Props> = make();

  function standIn(reason: unknown): ComponentType<Props> {
    if (reason instanceof NotArrived) return StandIn;
    throw reason;
  }

  function StandIn(props: Props) {
    const [Arrived, setArrived] = useState<ComponentType<Props>>();
    const [asking, setAsking] = useState(false);
    const [inVain, setInVain] = useState(false);
    useEffect(
      () => () => {
        Part = make();
      },
      [],
    );
    const askAgain = (): void => {
      setAsking(true);
      ask().then(
        (found) => {
          setAsking(false);
          setInVain(true);
          if (found !== StandIn) setArrived(() => found);
        },
        // Thrown where it is drawn, for the boundary above.
        (reason: unknown) =>
          setArrived(() => {
            throw reason;
          }),
      );
    };
    return Arrived ? <Arrived {...props} /> : <Absent asking={asking} inVain={inVain} onAsk={askAgain} />;
  }

  function Late(props: Props) {
    // What is here already is drawn at once: a lazy component would show what stands for it first.
    const [Drawn] = useState(() => arrived ?? Part);
    return <Drawn {...props} />;
  }

  return Object.assign(Late, {
    ahead: async ({ drawnNext } = { drawnNext: false }) => {
      // A mistake of the code is thrown where the component is drawn.
      const found = await ask().catch(() => undefined);
      if (drawnNext && found === StandIn) Part = StandIn;
    },
    isHere: () => arrived !== undefined,
  });
}

/**
 * Asks for the code of components and says when it is here, or known not to arrive. Waiting for them this way shows
 * them as soon as they come; behind a Suspense, React would hold them back until what stands for them has been on
 * screen for 300 ms.
 */
export function useAhead(parts: readonly Ahead[], wanted = true): boolean {
  const here = parts.every((part) => part.isHere());
  const [asked, setAsked] = useState<readonly Ahead[]>();
  // Before the browser paints what stands there until then.
  useLayoutEffect(() => {
    if (here || !wanted) return undefined;
    let stopped = false;
    void Promise.all(parts.map((part) => part.ahead({ drawnNext: true }))).then(() => {
      if (!stopped) setAsked(parts);
    });
    return () => {
      stopped = true;
    };
  }, [here, parts, wanted]);
  return here || asked === parts;
}

interface AwaitedProps {
  readonly part: Ahead;
  readonly waiting: ReactNode;
  /** Draws the part. */
  readonly children: ReactNode;
}

/** In the place of a Suspense around one part that fills the screen. */
export function Awaited({ part, waiting, children }: AwaitedProps) {
  const here = useAhead(useMemo(() => [part], [part]));
  return here ? <Suspense fallback={waiting}>{children}</Suspense> : waiting;
}

/** For what nobody would miss at once: nothing stands in its place until it comes. */
export function lateQuietly<Props extends object>(load: Load<Props>): ComponentType<Props> {
  return lazy(async () => ({ default: await untilHere(load) }));
}
