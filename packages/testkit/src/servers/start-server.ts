import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

export interface Readiness {
  readonly path: string;
  readonly status: number;
  /** What stands in its answer by then. */
  readonly says?: RegExp;
}

/** How a server of somebody else's making is started: everything that is its own. */
export interface ServerCommand {
  readonly program: string;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What it answers once it is up. */
  readonly ready: Readiness;
  /** Parts that come up after the one at `url`, and without which it has nothing to give. */
  readonly parts?: readonly (Readiness & { readonly url: string })[];
  /** Its home, and whatever else is gone once it has ended. */
  readonly folder: string;
  readonly leftovers?: readonly string[];
}

export interface ServerProcess {
  readonly url: string;
  /** Ends it at once and removes its store. */
  stop(): Promise<void>;
  /** Kills it as `kill -9` does, and starts it anew over the same store. */
  restart(): Promise<void>;
}

const ATTEMPTS = 3; // a port may be taken between being found free and being used
const READY_MILLISECONDS = 60_000;

/** The server ends with whoever holds its standard input: a killed test run leaves none behind. */
const ENDS_WITH_ITS_PARENT = '"$@" & server=$!; cat >/dev/null; kill -KILL "$server"; wait "$server"';

/** Starts a server with an empty store, and waits until it answers. `prepare`: a new folder and free ports for each attempt. */
export async function startServer(prepare: () => Promise<ServerCommand>): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt++) {
    const command = await prepare();
    const server = run(command);
    if (await answers(command, server.child)) return running(command, server);
    await server.stop();
    if (attempt === ATTEMPTS) throw silent(command);
  }
}

function running(command: ServerCommand, first: ReturnType<typeof run>): ServerProcess {
  let server = first;
  const restart = async (): Promise<void> => {
    await ended(server.child);
    server = run(command);
    if (!(await answers(command, server.child))) throw silent(command);
  };
  return { url: command.url, stop: () => server.stop(), restart };
}

const silent = ({ program }: ServerCommand): Error =>
  new Error(`${program} did not answer within ${READY_MILLISECONDS / 1000} s`);

function run({ program, words, environment, folder, leftovers = [] }: ServerCommand) {
  const child = spawn('sh', ['-c', ENDS_WITH_ITS_PARENT, 'sh', program, ...words], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'], HOME: folder, ...environment }, // nothing of ours steers it
  });
  const stop = async (): Promise<void> => {
    await ended(child);
    for (const left of [folder, ...leftovers]) rmSync(left, { recursive: true, force: true });
  };
  return { child, stop };
}

async function answers({ url, ready, parts = [] }: ServerCommand, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + READY_MILLISECONDS;
  const awaited = [{ ...ready, url }, ...parts];
  while (performance.now() < deadline && child.exitCode === null) {
    while (awaited[0] !== undefined && (await isReady(awaited[0]))) awaited.shift();
    if (awaited.length === 0) return true;
    await setTimeout(100);
  }
  return false;
}

const isReady = ({ url, path, status, says = /^/ }: Readiness & { readonly url: string }): Promise<boolean> =>
  fetch(`${url}${path}`)
    .then(async (answer) => answer.status === status && says.test(await answer.text()))
    .catch(() => false);

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end();
  await exit;
}
