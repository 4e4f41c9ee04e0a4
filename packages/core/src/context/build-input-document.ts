import type { Configuration } from '../controls/configuration/configuration.ts';
import { EngineError } from '../outcomes/index.ts';
import type { Finding } from '../reports/finding.ts';
import type { ScanReport } from '../reports/scan-report.ts';
import { deriveApprovals } from './approvals.ts';
import { epochOf } from './epoch.ts';
import { unknown } from '../facts/fact.ts';
import type { FactsDocument } from './facts-document.ts';
import { findingEntries, type UnlabelledFinding } from './finding-entries.ts';
import { inNameOrder } from './in-name-order.ts';
import { judgedExceptions, waiverOf, type Judged } from './judged-exceptions.ts';
import type { InputDocument } from './input-document.ts';
import { People, type PersonLabel } from './people.ts';
import { scanEntries } from './scan-entries.ts';
import { touchesOf } from './touches-of.ts';
import { unreadableEntries } from './unreadable-entries.ts';
import { wholeList } from './whole-list.ts';
import { withTotal } from '../facts/with-total.ts';
import { withoutCopies } from './without-copies.ts';

export interface InputOptions {
  /** When the change is judged, in epoch seconds: from the run, never from an input (policy.md 4.3). */
  readonly at: number;
  /** `given`: the facts came from a file that somebody handed over. */
  readonly source: 'given' | 'read';
}

type Entry<K extends 'findings' | 'exceptions'> = InputDocument[K]['items'][number];

/** What a policy may see, and, kept apart from it, who the labels are. */
export interface LabelledInput {
  readonly document: InputDocument;
  readonly people: ReadonlyMap<PersonLabel, string>;
}

/**
 * The one document that policies judge. It depends on what the facts say and not on who the people are nor on the order of the
 * reports. What is unknown stays unknown; a list shorter than its total becomes so.
 *
 * @throws ConfigurationError `report/unclassified` for a scanner whose purpose nobody said
 */
export function buildInputDocument(
  facts: FactsDocument,
  configuration: Configuration,
  reports: readonly ScanReport[],
  { at, source }: InputOptions,
): LabelledInput {
  requireSeconds(at);
  const byDigest = new Map<string, ScanReport>(reports.map((report) => [report.digest, report]));
  const { tools, triage } = configuration;
  const exceptions = judgedExceptions(facts, configuration, [...byDigest.values()], at);
  const waiver = (finding: Finding) => waiverOf(finding, facts.repository.id, exceptions);
  const findings = findingEntries(withoutCopies(byDigest, facts.scans), { tools, triage, waiverOf: waiver });
  const people = new People(walk(facts, findings, exceptions));
  const described = people.described(facts.accounts, configuration);
  const change = changeOf(facts, people);
  const contributors = contributorsOf(facts, people);
  const reviews = reviewsOf(facts, people);
  const document: InputDocument = {
    schema: 'proofrail.input/v1',
    evaluated_at: at,
    facts: source,
    configuration: configuration.digests,
    repository: { id: facts.repository.id },
    change,
    people: described,
    contributors,
    reviews,
    approvals: deriveApprovals({ change, people: described, contributors, reviews }),
    checks: wholeList(facts.checks, (check) => check),
    scans: scanEntries(facts, byDigest, tools),
    findings: { items: findings.map((finding) => labelled(finding, people)), total: findings.length },
    images: wholeList(facts.images, (image) => image),
    exceptions: withTotal([
      ...exceptions.map((each) => exceptionEntry(each, people)),
      ...unreadableEntries(configuration.unreadableExceptions),
    ]),
    requirements: configuration.requirements,
  };
  // Findings come in that order already, and there may be very many.
  const ordered = inNameOrder({ ...document, findings: { items: [], total: 0 } });
  return { document: { ...ordered, findings: document.findings }, people: people.table() };
}

/** Everybody whom the document names, in the order in which it does: this order is what numbers the labels. */
function* walk(
  { change, contributors, reviews }: FactsDocument,
  findings: readonly UnlabelledFinding[],
  exceptions: readonly Judged[],
): Generator<string | null> {
  if (change.last_push.known) yield change.last_push.value.person;
  if (contributors.known) yield* contributors.value.people;
  for (const { person, dismissed_by } of reviews.known ? reviews.value.items : []) yield* [person, dismissed_by];
  for (const { assigned } of findings) yield assigned?.owner ?? null;
  for (const { exception } of exceptions) yield* [exception.owner, exception.requested_by, exception.approved_by];
}

function changeOf({ change, files }: FactsDocument, people: People): InputDocument['change'] {
  return { ...change, touches: touchesOf(files), last_push: lastPushOf(change, people) };
}

function lastPushOf({ last_push }: FactsDocument['change'], people: People): InputDocument['change']['last_push'] {
  if (!last_push.known) return last_push;
  const { at, person } = last_push.value;
  return { known: true, value: { at: epochOf(at), person: people.label(person) } };
}

function contributorsOf({ contributors }: FactsDocument, people: People): InputDocument['contributors'] {
  if (!contributors.known) return contributors;
  const { people: ids, unidentified, total } = contributors.value;
  const found = ids.length + unidentified;
  if (found !== total) return unknown(found < total ? 'truncated' : 'unusable');
  return { known: true, value: { people: ids.map((id) => people.label(id)), unidentified, total } };
}

function reviewsOf({ reviews }: FactsDocument, people: People): InputDocument['reviews'] {
  return wholeList(reviews, ({ person, submitted_at, dismissed_by, ...review }) => ({
    ...review,
    person: people.label(person),
    submitted_at: epochOf(submitted_at),
    dismissed_by: people.labelOrNull(dismissed_by),
  }));
}

function labelled(finding: UnlabelledFinding, people: People): Entry<'findings'> {
  const { assigned } = finding;
  return { ...finding, assigned: assigned === null ? null : { due: assigned.due, owner: people.label(assigned.owner) } };
}

function exceptionEntry({ exception, state, problems, severity }: Judged, people: People): Entry<'exceptions'> {
  const { id, rule, scope, owner, requested_by, approved_by, not_before, expires } = exception;
  return {
    id,
    rule,
    scope: scope.subject === 'whole-rule' ? 'rule' : 'finding',
    state,
    problems: [...problems],
    severity,
    owner: people.label(owner),
    requested_by: people.label(requested_by),
    approved_by: people.label(approved_by),
    not_before,
    expires,
  };
}

/** Milliseconds would put the judgement 50,000 years ahead, where every due date has passed and no approval is fresh. */
function requireSeconds(at: number): void {
  if (Number.isSafeInteger(at) && at > 0 && at < 100_000_000_000) return;
  throw new EngineError('context/not-seconds', {
    expected: 'the time of the judgement in whole epoch seconds',
    found: String(at),
    at: 'the input document',
    doThis: 'This is a fault of Proofrail: please report it.',
  });
}
