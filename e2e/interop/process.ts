/** A peer's process: what it says, what it is told, how it ends. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';

export class PeerProcess {
  readonly exited: Promise<number | null>;
  readonly #child: ChildProcessWithoutNullStreams;
  #output = '';
  #over = false;
  #wake: (() => void)[] = [];

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(command, args, { env: { ...process.env, ...env } });
    const take = (chunk: Buffer): void => {
      this.#output += chunk.toString('latin1');
      this.#notify();
    };
    this.#child.stdout.on('data', take);
    this.#child.stderr.on('data', take);
    // A peer that has ended does not read any more.
    this.#child.stdin.on('error', () => undefined);
    this.exited = new Promise((resolve, reject) => {
      this.#child.on('error', reject);
      this.#child.on('close', (code) => {
        this.#over = true;
        this.#notify();
        resolve(code);
      });
    });
  }

  /** Standard output and error, as they came. */
  get output(): string {
    return this.#output;
  }

  write(text: string): void {
    if (this.#child.stdin.writable) this.#child.stdin.write(text);
  }

  endInput(): void {
    this.#child.stdin.end();
  }

  /** The match, once the output has one; rejects when the peer ends without it. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.#output);
      if (match !== null) return match;
      if (this.#over) throw new Error(`the peer ended without saying ${String(pattern)}`);
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #notify(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}

/** First line of what a program says about itself; undefined where it is not installed. */
export function versionOf(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? (stdout.split('\n', 1)[0]?.trim() ?? '') : undefined;
}
