/**
 * When each message of a run leaves if the network takes its time and computing takes none: in half round
 * trips, 0 is the first ClientHello leaving. Nothing but the order in the trace and who sent what goes in.
 */
import type { MessageStep, Party, Trace } from './trace.ts';

/** By id of the step, in the order of the trace. */
export function departuresOf({ steps }: Trace): ReadonlyMap<string, number> {
  const now: Record<Party, number> = { browser: 0, server: 0 };
  const flights = new Map<string, number>();
  const departures = new Map<string, number>();
  for (const step of steps) {
    if (step.kind !== 'message') continue;
    const departs = departure(step, now, flights);
    departures.set(step.id, departs);
    // A ticket is for the next connection: nobody waits for it in this one.
    if (step.message !== 'NewSessionTicket') now[step.to] = Math.max(now[step.to], departs + 1);
  }
  return departures;
}

/** Round trips before the first application data leaves; undefined where the run never gets there. */
export function roundTripsOf(trace: Trace): number | undefined {
  const first = trace.steps.find((step) => step.kind === 'message' && step.message === 'ApplicationData');
  const departs = first && departuresOf(trace).get(first.id);
  return departs === undefined ? undefined : departs / 2;
}

/** What belongs to one flight leaves together: a flight waits for the one before it, not for itself. */
function departure(step: MessageStep, now: Record<Party, number>, flights: Map<string, number>): number {
  const ready = now[step.from];
  if (step.flight === 'application' || step.flight === 'alert') return ready;
  const flight = `${step.from} ${step.flight} ${step.flight === 'retry' ? step.id : ''}`;
  const departs = flights.get(flight) ?? ready;
  flights.set(flight, departs);
  return departs;
}
