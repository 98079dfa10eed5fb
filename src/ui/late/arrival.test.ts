import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NotArrived, untilHere } from './arrival.ts';

const network = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network));
  vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a file that does not arrive is asked for again, after longer and longer pauses', async () => {
  const load = vi.fn(() => Promise.reject(new NotArrived('a.js')));
  void untilHere(load);
  const asked: number[] = [];
  for (let second = 0; second < 200; second++) {
    await vi.advanceTimersByTimeAsync(1_000);
    if (load.mock.calls.length > asked.length + 1) asked.push(second + 1);
  }
  expect(asked).toEqual([2, 6, 14, 30, 62, 122, 182]);
});

test('as soon as the network is back it is asked for at once, and what comes is what was asked for', async () => {
  const load = vi.fn(() => Promise.resolve('here'));
  load.mockRejectedValueOnce(new NotArrived('a.js'));
  const coming = untilHere(load);
  await vi.advanceTimersByTimeAsync(10);
  expect(load).toHaveBeenCalledTimes(1);
  network.dispatchEvent(new Event('online'));
  expect(await coming).toBe('here');
});

test('a mistake of the code is not asked for twice', async () => {
  const load = vi.fn(() => Promise.reject(new TypeError('broken')));
  await expect(untilHere(load)).rejects.toThrow('broken');
  expect(load).toHaveBeenCalledTimes(1);
});
