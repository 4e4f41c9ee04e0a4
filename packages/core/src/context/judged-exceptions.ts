import type { Configuration } from '../controls/configuration/configuration.ts';
import { exceptionState, type JudgedException } from '../exceptions/exception-state.ts';
import type { Exception } from '../exceptions/exception.ts';
import { matches } from '../exceptions/matches.ts';
import { RULE_OF_FINDINGS } from '../exceptions/rule-of-findings.ts';
import { worstSeverity } from '../exceptions/longest-life.ts';
import type { Finding } from '../reports/finding.ts';
import type { ScanReport } from '../reports/scan-report.ts';
import type { FactsDocument } from './facts-document.ts';
import type { Severity } from '../facts/words.ts';

/** An exception with the answer to whether it holds for this change. */
export interface Judged extends JudgedException {
  readonly exception: Exception;
}

/** The exceptions of this repository, judged, in ascending order of id. Those of other repositories excuse nothing here. */
export function judgedExceptions(
  facts: FactsDocument,
  configuration: Configuration,
  reports: readonly ScanReport[],
  at: number,
): readonly Judged[] {
  const { exceptions, rules, exceptionApprovers } = configuration;
  const mine = exceptions.filter(({ scope }) => scope.repository === facts.repository.id && scope.environment === null);
  if (mine.length === 0) return [];
  const found = reports.flatMap((report) => report.findings);
  const findings = worstBy(found, ({ fingerprint }) => fingerprint);
  const paths = worstBy(found, ({ location }) => location?.file);
  return mine
    .map((exception): Judged => {
      const used = isUsed(exception, findings, paths);
      const contributors = contributorsOf(facts, exception);
      const context = { at, rules, all: exceptions, findings, paths, contributors, approvers: exceptionApprovers, used };
      return { exception, ...exceptionState(exception, context) };
    })
    .sort((a, b) => (a.exception.id < b.exception.id ? -1 : 1));
}

/** Whether it matched anything in this run; a whole rule is known to have failed only when it was asked. */
function isUsed(
  { scope: { subject } }: Exception,
  findings: ReadonlyMap<string, Severity>,
  paths: ReadonlyMap<string, Severity>,
): boolean | 'not asked' {
  if (subject === 'whole-rule' || 'digest' in subject) return 'not asked';
  return 'finding' in subject ? findings.has(subject.finding) : paths.has(subject.path);
}

/**
 * The exception in force that excuses a finding, or null. Where a finding lies is compared here and goes no further: the policies and
 * the record see the id of the exception alone, and never a path that somebody else wrote.
 */
export function waiverOf({ fingerprint, location }: Finding, repository: string, judged: readonly Judged[]): string | null {
  const failed = { rule: RULE_OF_FINDINGS, repository, fingerprint, ...(location === null ? {} : { path: location.file }) };
  const waiver = judged.find(
    ({ exception, state }) => (state === 'active' || state === 'expiring') && matches(exception, failed),
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

/** The worst severity that any report gives to what has the same key. An unknown one stays unknown, which is ranked as critical. */
function worstBy(findings: readonly Finding[], keyOf: (finding: Finding) => string | undefined): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== undefined) worst.set(key, worstSeverity(finding.severity, worst.get(key) ?? 'none'));
  }
  return worst;
}
