import type { Sha256 } from '../canonical/digest.ts';
import type { InputDocument } from '../context/index.ts';
import type { Reason } from './rule-answer.ts';
import type { RuleStatus } from './rule-status.ts';

export type RuleMode = 'shadow' | 'warn' | 'enforce';

export interface RuleResult {
  readonly id: string;
  readonly status: RuleStatus;
  readonly mode: RuleMode;
  readonly reasons: readonly Reason[];
  /** The id of the exception that waived the rule. */
  readonly exception: string | null;
  /** Ids of the registry's controls that switched the rule on. */
  readonly controls: readonly string[];
}

export interface Decision {
  readonly outcome: 'allow' | 'deny';
  /** A denial for nothing but reviews that may still come, ahead of a merge queue. `outcomeOf` says how a step ends with it. */
  readonly provisional: boolean;
  /** `error`: the rules could not be asked or their answer could not be used; that is no statement about the change. */
  readonly cause: 'rules' | 'error';
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly rules: readonly RuleResult[];
  /** Epoch seconds, as the rules saw it. */
  readonly evaluatedAt: number;
  readonly facts: 'read' | 'given';
  /** Of the input document's canonical bytes; of no bytes at all when it has none. */
  readonly input: Sha256;
  readonly policy: Sha256;
  readonly configuration: InputDocument['configuration'];
}

/** What the registry says about each rule. */
export interface DecisionConfig {
  /** `enforce` where nothing is said. A rule in `shadow` that is not switched on is reported and decides nothing. */
  readonly modes: Readonly<Record<string, RuleMode>>;
  readonly controls: Readonly<Record<string, readonly string[]>>;
  readonly switchedOn: readonly string[];
}
