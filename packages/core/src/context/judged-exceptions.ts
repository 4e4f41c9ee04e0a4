import type { Configuration } from '../controls/configuration.ts';
import { exceptionState, type JudgedException } from '../exceptions/exception-state.ts';
import type { Exception } from '../exceptions/exception.ts';
import { matches } from '../exceptions/matches.ts';
import type { ScanReport } from '../reports/scan-report.ts';
import type { FactsDocument } from './facts-document.ts';
import { SEVERITIES, type Severity } from './words.ts';

/** The only rule that excuses single findings; secrets have none (SCN-04). */
const RULE_OF_FINDINGS = 'scans.threshold';

/** An exception with the answer to whether it holds for this change. */
export interface Judged extends JudgedException {
  readonly exception: Exception;
}

/** The exceptions of this repository, judged, in ascending order of id. Those of other repositories excuse nothing here. */
export function judgedExceptions(
  facts: FactsDocument,
  configuration: Configuration,
  reports: Iterable<ScanReport>,
  at: number,
): readonly Judged[] {
  const { exceptions, rules, exceptionApprovers } = configuration;
  const findings = severities(reports);
  const mine = exceptions.filter(({ scope }) => scope.repository === facts.repository.id && scope.environment === null);
  return mine
    .map((exception): Judged => {
      const { subject } = exception.scope;
      const used = typeof subject === 'object' && 'finding' in subject ? findings.has(subject.finding) : 'not asked';
      const contributors = contributorsOf(facts, exception);
      const context = { at, rules, all: exceptions, findings, contributors, approvers: exceptionApprovers, used } as const;
      return { exception, ...exceptionState(exception, context) };
    })
    .sort((a, b) => (a.exception.id < b.exception.id ? -1 : 1));
}

/** The exception in force that excuses a finding, or null. */
export function waiverOf(fingerprint: string, repository: string, judged: readonly Judged[]): string | null {
  const waiver = judged.find(
    ({ exception, state }) =>
      (state === 'active' || state === 'expiring') && matches(exception, { rule: RULE_OF_FINDINGS, repository, fingerprint }),
  );
  return waiver?.exception.id ?? null;
}

/** Where nobody can say who worked on the change, nobody can say that the approver did not. */
function contributorsOf({ contributors, change }: FactsDocument, exception: Exception): readonly string[] {
  if (!contributors.known || contributors.value.unidentified > 0) return [exception.approved_by];
  const { people, total } = contributors.value;
  if (people.length !== total) return [exception.approved_by];
  return change.last_push.known ? [...people, change.last_push.value.person] : people;
}

/** The worst severity that any report gives each finding. */
function severities(reports: Iterable<ScanReport>): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { findings } of reports) {
    for (const { fingerprint, severity } of findings) {
      const before = worst.get(fingerprint);
      if (before === undefined || rank(severity) < rank(before)) worst.set(fingerprint, severity);
    }
  }
  return worst;
}

/** An unknown severity is treated as the worst (policy: `scans.threshold` counts it as critical). */
const rank = (severity: Severity): number => (severity === 'unknown' ? 0 : SEVERITIES.indexOf(severity));
