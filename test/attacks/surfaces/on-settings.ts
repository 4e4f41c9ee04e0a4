import { examineRepository, outcomeOf } from '@proofrail/github/doctor';
import { fakeSettingsApi, healthySettings, type Settings } from '../../../packages/github/src/doctor/test/fake-settings.ts';
import type { Answer, Declared, ShownAttack } from '../attack.ts';

export interface SettingsAttack extends Omit<Declared, 'seenRed'> {
  readonly check: string;
  readonly spoil: (settings: Settings) => void;
}

/** The doctor looks at the settings of a repository as "proofrail init" leaves it, and at the same with one thing changed. */
export function onSettings({ check, spoil, ...row }: SettingsAttack): ShownAttack {
  const examined = async (change?: (settings: Settings) => void): Promise<Answer> => {
    const settings = healthySettings();
    change?.(settings);
    const examination = await examineRepository(fakeSettingsApi(settings), 'acme', 'payments');
    const outcome = outcomeOf(examination, true) === 'allow' ? 'allow' : 'deny';
    return { outcome, says: examination.findings.map(({ code }) => code) };
  };
  return {
    ...row,
    ending: 'detected',
    seenRed: 'with this check left out of POSTURE_CHECKS',
    answered: { by: 'doctor, settings', with: check },
    attacked: () => examined(spoil),
    untouched: () => examined(),
  };
}

/** Somebody who may pass over the rules of the branch. */
export const mayBypass = (actor_type: string, bypass_mode: string) => (settings: Settings) => {
  settings.rulesets = settings.rulesets.map((ruleset) => ({
    ...ruleset,
    bypass_actors: [{ actor_type, actor_id: 1, bypass_mode }],
  }));
};
