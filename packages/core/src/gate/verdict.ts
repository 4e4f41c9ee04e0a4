import { canonicalJson } from '../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { requireTimely, type Answers, type FactsDocument, type InputDocument } from '../context/index.ts';
import type { Configuration } from '../controls/index.ts';
import type { AnswerList } from '../facts/answer-list.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { isOutOfTime, withoutTime, type Policy } from '../policy/index.ts';
import { readReport, type ScanReport } from '../reports/index.ts';
import type { BundledChange, BundledResult } from './decision-bundle.ts';
import { judgeChange, type Judgement } from './judge-change.ts';
import { configurationOf, type PolicyFiles } from './policy-files.ts';

/** A change with everything it is judged by, as bytes: nothing of it was interpreted yet. */
export interface UnjudgedChange {
  readonly facts: FactsDocument;
  /** What the facts were made of. Not judged: it goes on record. */
  readonly answers: Answers;
  readonly source: InputDocument['facts'];
  readonly configuration: PolicyFiles;
  readonly reports: readonly Uint8Array[];
}

/** A change of which only the facts are read yet. Both readers throw ConfigurationError for what cannot be used. */
export interface UnreadChange {
  readonly facts: FactsDocument;
  readonly source: InputDocument['facts'];
  readonly configuration: () => Configuration;
  readonly reports: () => readonly ScanReport[];
}

/** What became of it: a judgement, or why there is none. */
export type Verdict =
  { readonly kind: 'judged'; readonly judgement: Judgement } | { readonly kind: 'fault'; readonly fault: ConfigurationError };

/** A change, and what became of it. */
export interface DecidedChange<C> {
  readonly change: C;
  readonly verdict: Verdict;
}

/** Judges a change from its bytes alone, so that two jobs that were given the same bytes come to the same verdict. `at`: epoch seconds. */
export function verdictOn(change: Omit<UnjudgedChange, 'answers'>, policy: Policy, at: number): Verdict {
  const configuration = () => configurationOf(change.configuration, policy.manifest);
  const reports = () => change.reports.map((bytes) => readReport(bytes, sha256(bytes)));
  return readAndJudge({ ...change, configuration, reports }, policy, at);
}

/**
 * Reads what a change is judged by, and judges it. `at`: epoch seconds. What cannot be used is a verdict too: breaking the configuration
 * must not be the way to leave no trace (decisions.md, Outcomes).
 */
export function readAndJudge({ facts, source, configuration, reports }: UnreadChange, policy: Policy, at: number): Verdict {
  try {
    // By a clock that is behind GitHub's an exception would be in force that has expired, and a promise not yet due.
    requireTimely(facts, at * 1000, 'the facts of the change');
    const change = { facts, source, configuration: configuration(), reports: reports() };
    return { kind: 'judged', judgement: judgeChange(change, policy, at) };
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) return { kind: 'fault', fault: thrown };
    throw thrown;
  }
}

export function bundled({ facts, answers, configuration, reports }: UnjudgedChange, verdict: Verdict): BundledChange {
  return {
    facts,
    answers: handedOn(answers),
    configuration,
    reports: reports.map((bytes) => sha256(bytes)),
    result: resultOf(verdict),
  };
}

function handedOn({ items, total, document }: Answers): AnswerList {
  const bytes = document();
  return { document: bytes === null ? null : sha256(bytes), items, total };
}

/** A verdict in the few words by which two of them are compared. */
export function resultOf(verdict: Verdict): BundledResult {
  if (verdict.kind === 'fault') return { kind: 'fault', code: verdict.fault.code };
  const { decision } = verdict.judgement;
  const compared = isOutOfTime(decision) ? withoutTime(decision) : decision;
  return { kind: 'judged', outcome: decision.outcome, input: decision.input, decision: digestOf(compared) };
}

/** A decision is plain data; an interface does not say so to the compiler. */
const digestOf = (decision: object): Sha256 => sha256(canonicalJson(decision as JsonValue));
