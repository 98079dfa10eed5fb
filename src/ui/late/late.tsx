/** Components whose code comes when they are first drawn. Around them stands a Suspense. */
import { type ComponentType, lazy, useEffect, useState } from 'react';
import { AbsentPart, type AbsentProps } from './absent.tsx';
import { NotArrived, untilHere } from './arrival.ts';

type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * Where the code does not arrive, `Absent` says so in its place and asks again when it is pressed; and so does
 * whoever draws the component the next time.
 */
export function late<Props extends object>(
  load: Load<Props>,
  Absent: ComponentType<AbsentProps> = AbsentPart,
): ComponentType<Props> {
  const make = () => lazy(async () => ({ default: await load().catch(standIn) }));
  let Part = make();

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
    const ask = (): void => {
      setAsking(true);
      load()
        .catch(standIn)
        .then(
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
    return Arrived ? <Arrived {...props} /> : <Absent asking={asking} inVain={inVain} onAsk={ask} />;
  }

  return function Late(props: Props) {
    return <Part {...props} />;
  };
}

/** For what nobody would miss at once: nothing stands in its place until it comes. */
export function lateQuietly<Props extends object>(load: Load<Props>): ComponentType<Props> {
  return lazy(async () => ({ default: await untilHere(load) }));
}
