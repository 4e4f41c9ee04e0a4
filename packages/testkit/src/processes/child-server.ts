import { spawn, type ChildProcess } from 'node:child_process';

/** The server ends with whoever holds its standard input: a killed test run leaves none behind. */
const ENDS_WITH_ITS_PARENT = '"$@" & server=$!; cat >/dev/null; kill -KILL "$server"; wait "$server"';

/** A server of somebody else's making, as a process that does not outlive this one. Nothing of ours steers it but its flags. */
export class ChildServer {
  readonly #child: ChildProcess;

  constructor(program: string, flags: readonly string[], home: string) {
    this.#child = spawn('sh', ['-c', ENDS_WITH_ITS_PARENT, 'sh', program, ...flags], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: process.env['PATH'], HOME: home },
    });
  }

  get runs(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async stop(): Promise<void> {
    if (!this.runs) return;
    const exit = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin?.end();
    await exit;
  }
}
