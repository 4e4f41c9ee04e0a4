import { expect, it } from '@jest/globals';
import { soundChange } from '../../../github/sound-change.ts';
import { inRequiredRun } from '../../../required-run.ts';
import { gateOnGitHub, type GateRun } from '../../material/gate-on-github.ts';
import { Workspace } from '../../material/workspace.ts';
import { answerGoneWrong } from './answer-gone-wrong.ts';
import { questionOf, whatIsRead, type Reading } from './what-is-read.ts';

const TRIES = inRequiredRun(300, 6);
const AT_ONCE = 2;
/** The bytes of a report, which are needed as a whole. */
const DOWNLOAD = '/_storage/artifacts';

const change = soundChange();

it(`${TRIES} answers gone wrong end in unknown, unavailable or invalid, never in a pass and never in a stack trace`, async () => {
  const reading = await whatIsRead(change);
  const [first = '', ...others] = [...reading.keys()].sort();
  const questions = [first, first, first, ...others, DOWNLOAD]; // most of what is known comes in the first answer
  const seeds = Array.from({ length: TRIES }, (_, seed) => seed).values();
  const ends: string[] = [];
  const tryAll = async () => {
    for (const seed of seeds) ends[seed] = endOf(await gate({ seed, questions, reading }));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, tryAll));
  const foul = ends.flatMap((end, seed) => (GOOD_END.test(end) ? [] : [`seed ${seed}: ${end}`]));
  expect([ends.length, foul]).toEqual([TRIES, []]);
}, 1_200_000);

const GOOD_END = /^(1 deny|2 config\/[a-z-]+|3 github\/[a-z-]+)$/;
const TRACE = /engine\/unexpected|\bat .*(?:\.[jt]s|node:\w+):\d+/;
const MOST_BYTES_OF_A_SUMMARY = 100_000;

interface Gated {
  readonly run: GateRun;
  /** Whether the answer that was to go wrong was asked for. */
  readonly struck: boolean;
  readonly what: string;
}

interface Wrong {
  readonly seed: number;
  readonly questions: readonly string[];
  readonly reading: Reading;
}

/** One run of the built action, over the answer that goes wrong with this seed. Unharmed, the same change is allowed (story.test.ts). */
async function gate(wanted: Wrong): Promise<Gated> {
  using workspace = new Workspace();
  const wrong = answerGoneWrong(wanted.seed, wanted.questions, wanted.reading);
  let struck = false;
  const run = await gateOnGitHub(change, {
    workspace,
    prepare: (github) =>
      github.inject((call) => questionOf(call.route, call.body).startsWith(wrong.question) && (struck = true), wrong.fault),
  });
  return { run, struck, what: `${wrong.question}: ${wrong.what}` };
}

/** The exit code with the outcome, or with the code of the error where there was none. */
function endOf({ run, struck, what }: Gated): string {
  const { exitCode, outcome, stdout, stderr, summary, runnerErrors } = run;
  if (!struck) return 'the answer was never asked for';
  if (TRACE.test(stdout + stderr + summary)) return `a stack trace: ${stdout}${stderr}`;
  if (stderr !== '' || runnerErrors.length > 0) return `noise: ${stderr}${runnerErrors.join()}`;
  if (summary.length > MOST_BYTES_OF_A_SUMMARY) return `a summary of ${summary.length} characters`;
  if (outcome !== undefined) return `${exitCode} ${outcome}${outcome === 'allow' ? ` (${what})` : ''}`;
  const [, code = 'and no code of an error'] = /^::error.*?([a-z]+\/[a-z-]+)/m.exec(stdout) ?? [];
  return `${exitCode} ${code}`;
}
