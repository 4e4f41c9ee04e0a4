import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SoundChange } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub, type GateRun } from '../../material/gate-on-github.ts';
import { ruleStatuses } from '../../material/rule-status.ts';
import { isLook, routesOf, running } from './running.ts';

// Nothing shortens these seconds: the built action has no clock but the machine's. Both gates wait at once.
describe('a gate that waits for a required check', () => {
  let patient: Waited;
  let disappointed: Waited;
  beforeAll(async () => {
    const ending = running();
    [patient, disappointed] = await Promise.all([waitAMinute(ending.change, ending.succeed), waitAMinute(running().change)]);
  }, 240_000);

  it('looks again after 15 seconds, and then reads everything anew, for the calls of one gate', async () => {
    expect([patient.run.exitCode, patient.run.outcome]).toEqual([0, 'allow']);
    expect(patient.milliseconds).toBeGreaterThan(15_000);
    const calls = patient.run.calls;
    const looks = calls.flatMap((call, index) => (isLook(call) ? [index] : []));
    expect(looks).toHaveLength(1);
    const sound = await gateOnGitHub(soundChange());
    expect(routesOf(calls.slice((looks[0] ?? 0) + 1))).toEqual(routesOf(sound.calls));
  });

  it('gives up when the time is up: what has not ended is unknown, and denies', () => {
    const { exitCode, outcome, summary, calls } = disappointed.run;
    expect([exitCode, outcome, ruleStatuses(summary)['checks.required']]).toEqual([1, 'deny', 'unknown']);
    expect(summary).toContain('pending');
    expect(disappointed.milliseconds).toBeGreaterThan(45_000);
    expect(calls.filter(isLook)).toHaveLength(3); // a fourth would end after the minute
  });
});

interface Waited {
  readonly run: GateRun;
  readonly milliseconds: number;
}

/** `meanwhile`: what happens after the first answer. */
async function waitAMinute(change: SoundChange, meanwhile?: () => void): Promise<Waited> {
  const started = Date.now();
  const run = await gateOnGitHub(change, {
    inputs: { 'wait-minutes': '1' },
    prepare: (github) => meanwhile && github.after(1, meanwhile),
  });
  return { run, milliseconds: Date.now() - started };
}
