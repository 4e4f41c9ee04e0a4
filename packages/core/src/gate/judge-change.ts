import { buildInputDocument, type FactsDocument, type InputDocument, type PersonLabel } from '../context/index.ts';
import type { Configuration } from '../controls/index.ts';
import { decide, type Decision, type Policy } from '../policy/index.ts';
import type { ScanReport } from '../reports/index.ts';

/** What the gate is asked about. */
export interface Change {
  readonly facts: FactsDocument;
  readonly configuration: Configuration;
  readonly reports: readonly ScanReport[];
  /** `given`: somebody handed the facts over in a file; `read`: this run read them. */
  readonly source: InputDocument['facts'];
}

/** A decision, and everything that it rests on. */
export interface Judgement extends Change {
  readonly document: InputDocument;
  /** Who the labels are. Never part of a record: evidence turns it into pseudonyms (design §3). */
  readonly people: ReadonlyMap<PersonLabel, string>;
  readonly decision: Decision;
}

/**
 * Facts, configuration and reports into one decision. `at`: epoch seconds, from the run and never from an input (policy.md 4.3).
 * Throws ConfigurationError for what cannot be used; a fault of the engine is a denial, not an error.
 */
export function judgeChange(change: Change, policy: Policy, at: number): Judgement {
  const { facts, configuration, reports, source } = change;
  const { document, people } = buildInputDocument(facts, configuration, reports, { at, source });
  return { ...change, document, people, decision: decide(policy, document, configuration) };
}
