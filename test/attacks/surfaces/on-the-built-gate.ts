import { recordOf, type RecordOf } from '@proofrail/core/evidence';
import type { SoundChange } from '@proofrail/testkit';
import { gateOnGitHub, type GateOptions, type GateRun } from '../../e2e/material/gate-on-github.ts';
import { soundChange } from '../../github/sound-change.ts';
import type { Answer, ShownAttack } from '../attack.ts';
import { objectionsOf } from './objections-of.ts';
import type { GateAttack } from './on-the-gate.ts';

export interface BuiltGateAttack extends Omit<GateAttack, 'asked'> {
  /** How the step is started: told before anything happens, as an event is. */
  readonly start?: (change: SoundChange) => GateOptions;
  /** What the attacker changes about the step itself. */
  readonly tampered?: GateOptions;
}

/** The action in dist/, started as a runner starts it, on a change at the fake GitHub. */
export function onTheBuiltGate(declared: BuiltGateAttack): ShownAttack {
  const { answer, given, attacker, honest, start, tampered = {}, ending = 'prevented', ...row } = declared;
  const ran = async (step: GateAttack['attacker'] | undefined, more: GateOptions): Promise<Answer> => {
    const change = soundChange();
    given?.(change);
    const options = start?.(change) ?? {};
    step?.(change);
    return answerOfTheRun(await gateOnGitHub(change, { ...options, ...more, inputs: { ...options.inputs, ...more.inputs } }));
  };
  return {
    ...row,
    ending,
    answered: { by: 'built gate', with: answer },
    attacked: () => ran(attacker, tampered),
    untouched: () => ran(honest, {}),
  };
}

const RAW_MARKUP = /<script|<img|<a |\]\(http/i;

/** What later steps, and people, would take from the step: what the runner was made to believe counts, and so does the page. */
function answerOfTheRun(run: GateRun): Answer {
  const believed = { ...run.outputs, ...run.injectedOutputs };
  const fooled = Object.keys(run.injectedOutputs).length > 0 || RAW_MARKUP.test(run.summary);
  const allowed = run.conclusion === 'success' && believed['outcome'] === 'allow';
  return { outcome: allowed || fooled ? 'allow' : 'deny', says: [...objectionsIn(run), ...errorsOf(run)] };
}

const objectionsIn = ({ records }: GateRun): string[] =>
  records
    .map((statement) => recordOf(statement, 'a record of the step'))
    .filter((record): record is RecordOf<'policy.decision'> => record.kind === 'policy.decision')
    .flatMap(({ details }) => objectionsOf(details.rules));

const errorsOf = ({ conclusion, annotations }: GateRun): string[] =>
  conclusion === 'success' ? [] : annotations.filter(({ kind }) => kind === 'error').flatMap(({ title }) => title ?? []);
