/** A file of this site that did not arrive: asking again may help. */
export class NotArrived extends Error {
  override readonly name = 'NotArrived';
}

const longest = 60_000;

/** For what nobody presses: asks again, after longer and longer pauses and when the network is back, until it comes. */
export async function untilHere<T>(load: () => Promise<T>): Promise<T> {
  for (let pause = 2_000; ; pause = Math.min(2 * pause, longest)) {
    try {
      return await load();
    } catch (reason) {
      if (!(reason instanceof NotArrived)) throw reason;
      await untilWorthAsking(pause);
    }
  }
}

function untilWorthAsking(pause: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, pause);
    addEventListener('online', end);
  });
}
