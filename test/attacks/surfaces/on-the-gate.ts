import { Failure } from '@proofrail/core/outcomes';
import type { SoundChange } from '@proofrail/testkit';
import { collect, judge, type CollectOptions } from '../../github/collecting.ts';
import { soundChange } from '../../github/sound-change.ts';
import { objectionsOf } from './objections-of.ts';
import type { Answer, Declared, Ending, ShownAttack } from '../attack.ts';

type Step = (change: SoundChange) => void;

export interface GateAttack extends Declared {
  readonly ending?: Ending;
  /** The rule and its reason, or the code of the error. */
  readonly answer: string;
  /** Made of the sound change before anything else, with the attack and without it. */
  readonly given?: Step;
  readonly attacker?: Step;
  /** What somebody honest does in its place. */
  readonly honest?: Step;
  readonly asked?: (change: SoundChange) => CollectOptions;
}

/** The facts are read from the fake GitHub over the wire, and judged by the shipped policy. */
export function onTheGate({ answer, given, attacker, honest, asked, ending = 'prevented', ...row }: GateAttack): ShownAttack {
  const judged = async (step: Step | undefined): Promise<Answer> => {
    const change = soundChange();
    given?.(change);
    step?.(change);
    return await answerOfTheGate(change, asked?.(change));
  };
  return {
    ...row,
    ending,
    answered: { by: 'gate', with: answer },
    attacked: () => judged(attacker),
    untouched: () => judged(honest),
  };
}

/** One objection for each rule that fails and each of its reasons; of several pull requests, with their numbers. */
export async function answerOfTheGate(change: SoundChange, options: CollectOptions = {}): Promise<Answer> {
  const { collected, unmodelled } = await collect(change, { waitMinutes: 0, ...options });
  if (unmodelled.length > 0) throw new Error(`the fake GitHub was asked what it does not know: ${unmodelled.join(', ')}`);
  if (collected.length === 0) throw new Error('nothing was judged');
  try {
    const decisions = collected.map((each) => ({ number: each.facts.change.number, decision: judge(each).decision }));
    const says = decisions.flatMap(({ number, decision }) =>
      objectionsOf(decision.rules).map((objection) => (collected.length === 1 ? objection : `#${number ?? 'none'} ${objection}`)),
    );
    return { outcome: decisions.every(({ decision }) => decision.outcome === 'allow') ? 'allow' : 'deny', says };
  } catch (error) {
    if (error instanceof Failure) return { outcome: 'deny', says: [error.code] };
    throw error;
  }
}
