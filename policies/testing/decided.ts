import { decide, isBroken, loadPolicy, type Decision, type DecisionConfig } from '@proofrail/core/policy';
import type { InputDocument } from '@proofrail/core/context';
import { readBundle } from '../read-bundle.ts';

export const POLICY = await loadPolicy(readBundle());

/** Every rule switched on and enforced. */
export const EVERYTHING: DecisionConfig = { modes: {}, controls: {}, switchedOn: POLICY.manifest.rules.map(({ id }) => id) };

export const decided = (input: InputDocument, config: Partial<DecisionConfig> = {}): Decision =>
  decide(POLICY, input, { ...EVERYTHING, ...config });

export const failedRules = ({ rules }: Decision): string[] => rules.filter(({ status }) => isBroken(status)).map(({ id }) => id);
