import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FAKE_TOKEN, nodeBinary, startArtifactService, type RealRepository } from '@proofrail/testkit';
import { repositoryRoot } from '../../packages/testkit/src/runner/repository-root.ts';
import type { StartingEvent } from '../e2e/material/gate-on-github.ts';
import { ActRun } from './act-run.ts';

export interface ActOptions {
  readonly act: string;
  /** Holds the workflow, committed. */
  readonly repository: RealRepository;
  readonly workflow: string;
  readonly event: StartingEvent;
  /** Of the workflow, as if under its `env:`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Of the runner's own process, which act hands on to every step. */
  readonly runner?: Readonly<Record<string, string>>;
  /** A folder of commands that are found before the machine's own. */
  readonly commands?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Where copies of the run's artifacts go, one folder each. */
  readonly artifacts: string;
  /** The folder that answers for each `owner/repository@commit`. Nothing else can be used. */
  readonly answered: ReadonlyMap<string, string>;
}

const LABELS = ['ubuntu-24.04', 'self-hosted', 'proofrail'];
const CLIENT = path.join(repositoryRoot, 'packages/runner/node_modules/@actions/artifact/lib/artifact.js');

/** One workflow on the machine itself, without Docker and without network. */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const home = mkdtempSync(path.join(tmpdir(), 'proofrail-act-'));
  const service = await startArtifactService();
  try {
    const event = path.join(home, 'event.json');
    writeFileSync(event, JSON.stringify(options.event.payload));
    mkdirSync(options.artifacts, { recursive: true });
    return await ended(options.act, argumentsFor(options, event, home), {
      cwd: options.repository.folder,
      // All of this reaches every step: nothing of the developer's shell may be among it.
      env: {
        ...options.runner,
        ...service.environment, // instead of act's own service, which is too old for today's client
        ACT_DISABLE_VERSION_CHECK: '1',
        FAKE_ARTIFACTS: options.artifacts,
        FAKE_ARTIFACT_CLIENT: CLIENT,
        HOME: home,
        LC_ALL: 'C',
        PATH: [options.commands, path.dirname(nodeBinary('24')), process.env['PATH']].filter(Boolean).join(':'),
      },
    });
  } finally {
    await service.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function argumentsFor(options: ActOptions, event: string, home: string): string[] {
  const each = (flag: string, pairs: Iterable<readonly [string, string]>) => [...pairs].flatMap(([k, v]) => [flag, `${k}=${v}`]);
  return [
    options.event.name,
    ...['--workflows', options.workflow, '--eventpath', event, '--json', '--no-cache-server', '--defaultbranch', 'main'],
    ...LABELS.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
    ...['--action-cache-path', path.join(home, 'actions'), '--action-offline-mode'],
    ...['--concurrent-jobs', '1'], // act 0.2.89 writes its list of local repositories from every job, without a lock
    ...each('--env', Object.entries(options.environment)),
    ...each('--secret', Object.entries({ GITHUB_TOKEN: FAKE_TOKEN, ...options.secrets })),
    ...each('--var', Object.entries(options.variables ?? {})),
    ...each('--local-repository', options.answered),
  ];
}

function ended(
  act: string,
  argv: readonly string[],
  options: { readonly cwd: string; readonly env: Record<string, string> },
): Promise<ActRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(act, argv, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    const overdue = setTimeout(() => child.kill('SIGTERM'), 55_000);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => said.push(bytes));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(overdue);
      resolve(new ActRun(code ?? 255, Buffer.concat(said).toString('utf8')));
    });
  });
}
