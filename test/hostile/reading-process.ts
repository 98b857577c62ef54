import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('read-inputs.mjs', import.meta.url));

export type Outcome =
  | { readonly outcome: 'read'; readonly peakBytes: number }
  | { readonly outcome: 'refused'; readonly code: string; readonly peakBytes: number }
  | { readonly outcome: 'crashed'; readonly stack: string }
  /** It did not answer within {@link ReadingProcess.patienceMs}. */
  | { readonly outcome: 'hung' };

/** The peak of a process never falls: after a large input the next one gets a new process, so that it is measured alone. */
const FRESH_FROM_BYTES = 300e6;

/** A process that reads one file after another; after a hang or a death the next file gets a new one. */
export class ReadingProcess {
  readonly patienceMs: number;
  readonly #arguments: readonly string[];
  #child: ChildProcessWithoutNullStreams | undefined;
  #answer: ((outcome: Outcome) => void) | undefined;
  #errors = '';

  constructor(patienceMs: number, programArguments: readonly string[] = []) {
    this.patienceMs = patienceMs;
    this.#arguments = programArguments;
  }

  async read(file: string): Promise<Outcome> {
    const child = this.#child ?? this.#start();
    const answer = await new Promise<Outcome>((resolve) => {
      const timer = setTimeout(() => resolve({ outcome: 'hung' }), this.patienceMs);
      this.#answer = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      child.stdin.write(`${file}\n`);
    });
    const isLarge = 'peakBytes' in answer && answer.peakBytes > FRESH_FROM_BYTES;
    if (answer.outcome === 'hung' || isLarge) this.stop();
    return answer;
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, [PROGRAM, ...this.#arguments]);
    this.#child = child;
    this.#errors = '';
    child.stderr.on('data', (chunk) => {
      this.#errors = `${this.#errors}${chunk}`.slice(-4000);
    });
    createInterface({ input: child.stdout }).on('line', (line) =>
      this.#answer?.(JSON.parse(line) as Outcome),
    );
    child.on('exit', () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#answer?.({ outcome: 'crashed', stack: this.#errors });
    });
    return child;
  }
}
