import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startFakeGitHub } from '@proofrail/testkit';
import { aLargeChange } from '../github/a-large-change.ts';
import type { Ground } from './ground.ts';
import { liveGate } from './material/live-gate.ts';
import { median } from './paired.ts';
import { milliseconds, type Row } from './table.ts';
import { timedSteps, type Step } from './timed-steps.ts';

/** One pull request of the size that the budget of calls speaks of. */
const CHANGE = { commits: 40, files: 300, reviews: 12, checks: 25 };
const LATENCY = 100; // milliseconds for each call
const RUNS = 50;

/** The gate over live facts: its own processor time with a GitHub that answers at once, and its time with one that is far away. */
export async function gatingRows(ground: Ground): Promise<Row[]> {
  const change = aLargeChange(CHANGE);
  const github = await startFakeGitHub(change.scenario);
  try {
    const gate = liveGate(ground, change, github.url);
    const cpu = await againstBareStart(ground, gate);
    github.inject(() => true, { kind: 'latency', milliseconds: LATENCY });
    return [cpu, await farAway(ground, gate)];
  } finally {
    await github.close();
  }
}

async function againstBareStart({ folder, node, pairs }: Ground, gate: readonly Step[]): Promise<Row> {
  const nothing = path.join(folder, 'nothing.js');
  writeFileSync(nothing, '');
  const bare = [{ name: 'bare Node', args: [nothing], env: {}, cwd: folder }];
  await timedSteps(node, gate);
  const measured = [];
  for (let pair = 0; pair < pairs; pair += 1)
    measured.push([(await timedSteps(node, gate)).cpu, (await timedSteps(node, bare)).cpu] as const);
  const [ours, theirs] = [median(measured.map(([first]) => first)), median(measured.map(([, second]) => second))];
  return {
    what: `processor time of ${namesOf(gate)} on live facts ÷ bare start of Node`,
    found: median(measured.map(([first, second]) => first / second)),
    bound: 8,
    sense: 'most',
    detail: `${milliseconds(ours)} against ${milliseconds(theirs)}`,
  };
}

async function farAway({ node, pairs }: Ground, gate: readonly Step[]): Promise<Row> {
  const runs = Math.min(RUNS, pairs * 6);
  const walls: number[] = [];
  for (let run = 0; run < runs; run += 1) walls.push((await timedSteps(node, gate)).wall);
  walls.sort((one, other) => one - other);
  return {
    what: `seconds of ${namesOf(gate)} with ${LATENCY} ms a call, p95 of ${runs}`,
    found: walls[Math.ceil(runs * 0.95) - 1] ?? Number.NaN,
    bound: 2,
    sense: 'most',
    detail: `median ${milliseconds(median(walls))}`,
  };
}

const namesOf = (steps: readonly Step[]): string => steps.map(({ name }) => name).join(' + ');
