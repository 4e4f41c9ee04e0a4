import type { Severity } from '../facts/words.ts';
import type { Exception } from './exception.ts';

/** What an exception is judged against. `not asked` is for views that judge no change (a report, a list). */
export interface ExceptionContext {
  /** Epoch seconds. */
  readonly at: number;
  /** The rules of the policy bundle; its manifest's rules fit. */
  readonly rules: readonly { readonly id: string; readonly waivable: boolean; readonly severity: Severity }[];
  /** Every exception that was read together with this one, itself included: renewals are judged as a chain. */
  readonly all: readonly Exception[];
  /** Severity of the findings under judgement, by fingerprint: an exception cannot call a critical finding a low risk. */
  readonly findings: ReadonlyMap<string, Severity>;
  /** The worst severity of the findings in each file: what excuses a file excuses all that is found there. */
  readonly paths: ReadonlyMap<string, Severity>;
  /** Platform ids of everybody who has a hand in the change. */
  readonly contributors: readonly string[] | 'not asked';
  /** Platform ids of those whose role lets them accept risks. */
  readonly approvers: readonly string[] | 'not asked';
  /** Whether it matched anything in this run. */
  readonly used: boolean | 'not asked';
}
