import type { InputDocument } from '../context/index.ts';
import type { DecisionConfig, RuleMode, RuleResult } from './decision.ts';
import { asFailure } from './engine-failure.ts';
import { HOST_REASONS } from './host-reasons.ts';
import { judgeRule } from './judge-rule.ts';
import type { ManifestRule } from './manifest.ts';
import { modeOf } from './mode-of.ts';
import type { Policy } from './policy.ts';

export interface Asked {
  readonly policy: Policy;
  readonly input: InputDocument;
  /** Its canonical bytes. */
  readonly bytes: Uint8Array;
  readonly config: DecisionConfig;
}

/**
 * Asks each rule by itself, where asking all of them failed: what the others have to say belongs in the report (policy.md 4.4). It
 * decides nothing, whatever they say. None at all where none answers: then the fault says all there is to say. Never throws.
 */
export function judgeOneByOne(asked: Asked): RuleResult[] {
  const rules = asked.policy.manifest.rules.flatMap((rule) => {
    const mode = modeOf(rule, asked.config);
    return mode === null ? [] : [judgeAlone(rule, mode, asked)];
  });
  return rules.every(({ isFaulted }) => isFaulted) ? [] : rules.map(({ result }) => result);
}

function judgeAlone(rule: ManifestRule, mode: RuleMode, { policy, input, bytes, config }: Asked) {
  try {
    return { isFaulted: false, result: judgeRule(rule, policy.evaluateAlone(rule, input, bytes), mode, input, config) };
  } catch (thrown) {
    const reasons = [HOST_REASONS.faulted(asFailure(thrown).code)];
    const controls = [...(config.controls[rule.id] ?? [])];
    const result: RuleResult = { id: rule.id, status: 'unknown', mode, reasons, exception: null, controls };
    return { isFaulted: true, result };
  }
}
