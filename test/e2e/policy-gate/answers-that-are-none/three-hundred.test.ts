import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { soundChange } from '../../../github/sound-change.ts';
import { inRequiredRun } from '../../../required-run.ts';
import { gateOnGitHub, type GateRun } from '../../material/gate-on-github.ts';
import { Workspace } from '../../material/workspace.ts';
import { answerGoneWrong, callNames } from './answer-gone-wrong.ts';

const TRIES = inRequiredRun(300, 6);
const AT_ONCE = 2;

const change = soundChange();

it(`${TRIES} answers gone wrong end in unknown, unavailable or invalid, never in a pass that owes them anything, never in a stack trace`, async () => {
  const sound = await gate();
  const [first = '', ...others] = sound.run.calls.map(callNames());
  const calls = [first, first, first, ...others.sort()]; // most of what is known comes in the first answer
  const seeds = Array.from({ length: TRIES }, (_, seed) => seed).values();
  const ends: string[] = [];
  const tryAll = async () => {
    for (const seed of seeds) ends[seed] = endOf(await gate(seed, calls), sound);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, tryAll));
  const foul = ends.flatMap((end, seed) => (GOOD_END.test(end) ? [] : [`seed ${seed}: ${end}`]));
  expect([ends.length, foul]).toEqual([TRIES, []]);
  if (TRIES === 300) expect(ends.filter((end) => end === '1 deny').length).toBeGreaterThan(TRIES / 5);
}, 1_200_000);

const GOOD_END = /^(0 allow on the same facts|1 deny|2 config\/[a-z-]+|3 github\/[a-z-]+)$/;
const TRACE = /engine\/unexpected|\bat .*(?:\.[jt]s|node:\w+):\d+/;
const MOST_BYTES_OF_A_SUMMARY = 100_000;

interface Gated {
  readonly run: GateRun;
  /** Empty where nothing was judged. */
  readonly judged: string;
  /** Whether the answer that was to go wrong was asked for. */
  readonly struck: boolean;
}

/** One run of the built action; with a seed, over the answer that goes wrong with it. */
async function gate(seed?: number, calls: readonly string[] = []): Promise<Gated> {
  using workspace = new Workspace();
  const wrong = seed === undefined ? null : answerGoneWrong(seed, calls);
  const nameOf = callNames();
  let struck = false;
  const run = await gateOnGitHub(change, {
    workspace,
    prepare: (github) => wrong && github.inject((call) => nameOf(call) === wrong.call && (struck = true), wrong.fault),
  });
  return { run, struck, judged: judgedIn(workspace) };
}

/** The exit code with the outcome, or with the code of the error where there was none. */
function endOf({ run, judged, struck }: Gated, sound: Gated): string {
  const { exitCode, outcome, stdout, stderr, summary, runnerErrors } = run;
  if (!struck) return 'the answer was never asked for';
  if (TRACE.test(stdout + stderr + summary)) return `a stack trace: ${stdout}${stderr}`;
  if (stderr !== '' || runnerErrors.length > 0) return `noise: ${stderr}${runnerErrors.join()}`;
  if (summary.length > MOST_BYTES_OF_A_SUMMARY) return `a summary of ${summary.length} characters`;
  if (outcome === 'allow') return `${exitCode} allow on ${judged === sound.judged ? 'the same' : 'other'} facts`;
  if (outcome !== undefined) return `${exitCode} ${outcome}`;
  const [, code = 'and no code of an error'] = /^::error.*?([a-z]+\/[a-z-]+)/m.exec(stdout) ?? [];
  return `${exitCode} ${code}`;
}

/** What the rules were asked about, but for the clock and for whether there is a queue, which only an incomplete change would notice. */
function judgedIn(workspace: Workspace): string {
  const blobs = workspace.path('ledger/v1/blobs');
  if (!existsSync(blobs)) return '';
  const files = readdirSync(blobs, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'))
    .map((text) => text.replace(/"evaluated_at":\d+|"merge_queue":\{[^}]*\}/g, ''))
    .join();
}
