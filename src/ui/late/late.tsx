/** Components whose code comes when they are first drawn. Around them stands an `Awaited`, or a Suspense. */
import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react';
import { once } from '../../bytes/once.ts';
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

interface AwaitedProps {
  readonly part: Ahead;
  /** What stands there until then; default: nothing. */
  readonly waiting?: ReactNode;
  /** Draws the part. */
  readonly children: ReactNode;
}

/**
 * Stands around a late component, which shows as soon as its code is here. Behind a Suspense, React would hold it back
 * until what stands for it has been on screen for 300 ms.
 */
export function Awaited({ part, waiting = null, children }: AwaitedProps) {
  const [asked, setAsked] = useState<Ahead>();
  const here = part.isHere() || asked === part;
  // Before the browser paints what stands there until then.
  useLayoutEffect(() => {
    if (here) return undefined;
    let stopped = false;
    void part.ahead({ drawnNext: true }).then(() => stopped || setAsked(() => part));
    return () => {
      stopped = true;
    };
  }, [here, part]);
  return here ? <Suspense fallback={waiting}>{children}</Suspense> : waiting;
}

/** For what nobody would miss at once: nothing, or `Meanwhile`, stands in its place until it comes. */
export function lateQuietly<Props extends object>(
  load: Load<Props>,
  Meanwhile?: ComponentType<Props>,
): ComponentType<Props> {
  let arrived: ComponentType<Props> | undefined;
  const coming = once(async () => (arrived = await untilHere(load)));
  return function Quiet(props: Props) {
    const [Drawn, setDrawn] = useState(() => arrived);
    useLayoutEffect(() => {
      if (Drawn) return undefined;
      let stopped = false;
      coming().then(
        (found) => stopped || setDrawn(() => found),
        // Thrown where it is drawn, for the boundary above.
        (reason: unknown) =>
          stopped ||
          setDrawn(() => {
            throw reason;
          }),
      );
      return () => {
        stopped = true;
      };
    }, [Drawn]);
    if (Drawn) return <Drawn {...props} />;
    return Meanwhile ? <Meanwhile {...props} /> : null;
  };
}
