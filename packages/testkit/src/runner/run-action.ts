import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readActionMetadata, type ActionMetadata } from './action-metadata.ts';
import { readCommands, type CommandReading } from './read-commands.ts';
import { readEnvironmentFile } from './environment-file.ts';
import { readKeyValueFile } from './key-value-file.ts';
import { resolveDefault } from './resolve-default.ts';
import { nodeBinary, type Runtime } from './node-binary.ts';
import { RUN_ENVIRONMENT } from './run-environment.ts';
import { readSummaryFile } from './summary-file.ts';

export interface RunOptions {
  /** As under `with:`. A name that is left out gets the default of action.yml; an empty string does not. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly node?: Runtime;
  /** The job's workspace and working directory. */
  readonly workspace: string;
  /** The job's folder for temporary files, which outlives the step. Default: one that does not. */
  readonly temporary?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What `github.token` is in the job. */
  readonly token?: string;
  readonly standardInput?: string | Uint8Array;
}

export interface ActionRun extends Omit<CommandReading, 'outputs'> {
  readonly exitCode: number;
  readonly conclusion: 'success' | 'failure';
  readonly outputs: Readonly<Record<string, string>>;
  /** Outputs set through a line of standard output: always an injection. */
  readonly injectedOutputs: Readonly<Record<string, string>>;
  /** What later steps would find in their environment. */
  readonly exported: Readonly<Record<string, string>>;
  /** What the page shows. */
  readonly summary: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Errors that the runner itself would add. */
  readonly runnerErrors: readonly string[];
}

const FILE_COMMANDS = ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY'] as const;
type FileCommand = (typeof FILE_COMMANDS)[number];

/** Runs one step with the built action, as the Actions runner would: clean environment, fresh command files, both command parsers. */
export async function runAction(action: string, options: RunOptions): Promise<ActionRun> {
  const metadata = readActionMetadata(action);
  const temporary = mkdtempSync(path.join(tmpdir(), 'proofrail-step-'));
  try {
    const files = commandFiles(temporary);
    const environment = { ...stepEnvironment(metadata, options, temporary, files), ...options.environment };
    const ended = await runProcess(nodeBinary(options.node), metadata.main, options, environment);
    return conclude(ended, files);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function commandFiles(folder: string): Record<FileCommand, string> {
  const files = FILE_COMMANDS.map((name) => [name, path.join(folder, name.toLowerCase())] as const);
  for (const [, file] of files) writeFileSync(file, '');
  return Object.fromEntries(files) as Record<FileCommand, string>;
}

function stepEnvironment(metadata: ActionMetadata, options: RunOptions, temporary: string, files: Record<FileCommand, string>) {
  const given = options.inputs ?? {};
  const github = { ...RUN_ENVIRONMENT, GITHUB_TOKEN: options.token ?? '' };
  const unexpected = Object.keys(given).filter((name) => !Object.hasOwn(metadata.inputs, name));
  if (unexpected.length > 0) throw new Error(`action.yml declares no input ${unexpected.join(', ')}`);
  const inputs = Object.entries(metadata.inputs).map(([name, input]) => [
    inputVariable(name),
    given[name] ?? resolveDefault(input.default ?? '', github),
  ]);
  return {
    ...RUN_ENVIRONMENT,
    PATH: process.env['PATH'] ?? '',
    HOME: temporary,
    RUNNER_TEMP: options.temporary ?? temporary,
    GITHUB_WORKSPACE: options.workspace,
    ...Object.fromEntries(FILE_COMMANDS.map((name) => [`GITHUB_${name}`, files[name]])),
    ...Object.fromEntries(inputs),
  };
}

/** Only blanks change in the name; hyphens stay (actions/runner, Handler.cs). */
const inputVariable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function runProcess(node: string, main: string, options: RunOptions, env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [main], { cwd: options.workspace, env, stdio: 'pipe' });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
    child.on('error', reject);
    child.stdin.on('error', () => undefined); // an action that reads no standard input closes it under us
    child.stdin.end(options.standardInput ?? '');
    child.on('close', (code) =>
      resolve({
        exitCode: code ?? 255,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    );
  });
}

function conclude(ended: Ended, files: Record<FileCommand, string>): ActionRun {
  // Standard error goes to the same log, and through the same parsers.
  const { outputs: injectedOutputs, ...reading } = readCommands(`${ended.stdout}\n${ended.stderr}`);
  const runnerErrors: string[] = reading.refused.map((command) => `Unable to process command '${command.name}' successfully.`);
  const read = (name: FileCommand, as: (text: string) => Record<string, string>): Record<string, string> => {
    try {
      return as(readFileSync(files[name], 'utf8'));
    } catch (cause) {
      runnerErrors.push(`Unable to process file command '${name.toLowerCase()}' successfully. ${String(cause)}`);
      return {};
    }
  };
  const [outputs, exported] = [read('OUTPUT', readKeyValueFile), read('ENV', readEnvironmentFile)];
  const summary = readSummaryFile(readFileSync(files.STEP_SUMMARY));
  const failed = ended.exitCode !== 0 || runnerErrors.length > 0;
  if (summary.error !== null) runnerErrors.push(summary.error); // shown as an error, without effect on the conclusion
  return {
    ...ended,
    ...reading,
    conclusion: failed ? 'failure' : 'success',
    outputs,
    injectedOutputs,
    exported,
    summary: summary.shown,
    runnerErrors,
  };
}
