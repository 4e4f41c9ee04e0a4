import { spawn, type ChildProcess } from 'node:child_process';
import { parseReceipt, type SequencedReceipt } from '@proofrail/core/ledger';

interface Writer {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
}

/** Processes that append to one ledger; what they were promised is kept here, outside them. */
export class Crowd {
  readonly acknowledged: SequencedReceipt[] = [];
  readonly complaints: string[] = [];
  readonly #writers: Writer[] = [];
  readonly #command: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  #started = 0;

  constructor(command: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    this.#command = command;
    this.#env = env;
  }

  start(): void {
    this.#started += 1;
    const child = spawn(process.execPath, [...this.#command, `writer-${this.#started}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.#env,
    });
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? ''; // half a receipt is no receipt
      for (const line of lines) this.acknowledged.push(parseReceipt(Buffer.from(line), 'writer') as SequencedReceipt);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => this.complaints.push(text));
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    this.#writers.push({ process: child, ended });
  }

  async kill(index: number): Promise<void> {
    const [writer] = this.#writers.splice(index, 1);
    writer?.process.kill('SIGKILL');
    await writer?.ended;
  }

  /** When all have ended by themselves. */
  async ended(): Promise<void> {
    await Promise.all(this.#writers.splice(0).map(({ ended }) => ended));
  }

  get size(): number {
    return this.#writers.length;
  }
}
