/** What a journey needs of a browser, whichever engine it has. */
export interface Engine {
  readonly name: string;
  /** Loads a page and waits for its load event. */
  open(url: string): Promise<void>;
  /** Evaluates a JavaScript expression in the page; the value must survive JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Clicks the middle of the first element that matches, with a real mouse. */
  click(selector: string): Promise<void>;
  /** Presses a key by its DOM name: 'ArrowRight', 'Enter', 'Tab', 'a'. */
  press(key: string): Promise<void>;
  /** Errors of scripts and console so far, where the engine's driver tells them. */
  errors(): readonly string[];
  close(): Promise<void>;
}

/** Waits until an expression is truthy in the page and returns its value. */
export async function waitFor(engine: Engine, expression: string, timeout = 30_000): Promise<unknown> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await engine.evaluate(expression);
    if (value !== null && value !== undefined && value !== false && value !== '') return value;
    if (Date.now() > deadline) throw new Error(`${expression} is still ${String(value)} after ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
