import * as v from 'valibot';
import { answerList } from '../../facts/answer-list.ts';
import { count } from '../../facts/fact.ts';
import { changeKind, commitId, platformId, timestamp } from '../../facts/words.ts';
import { RULE_STATUSES } from '../../policy/rule-status.ts';
import {
  actor,
  blobKey,
  controlId,
  digest,
  exceptionId,
  inputPointer,
  personLabel,
  errorCode,
  shortWord,
  textDigest,
  version,
} from '../words.ts';
import { decisionEnvironment } from './decision-environment.ts';
import { defineKind } from './kind.ts';

/** A value of a reason: numbers and our own words as they are, everything else as a digest. */
const reasonValue = v.union([v.number(), v.boolean(), shortWord, exceptionId, personLabel, inputPointer, errorCode, textDigest]);

const ruleResult = v.strictObject({
  id: shortWord,
  status: v.picklist(RULE_STATUSES),
  mode: v.picklist(['shadow', 'warn', 'enforce']),
  reasons: v.array(v.strictObject({ code: shortWord, params: v.record(shortWord, reasonValue) })),
  exception: v.nullable(exceptionId),
  controls: v.array(controlId),
});

const FIELDS = {
  decision: v.picklist(['allow', 'deny']),
  /** `error`: the rules could not be asked; that says nothing about the change. */
  cause: v.picklist(['rules', 'error']),
  error: v.nullable(v.strictObject({ code: errorCode, message: textDigest })),
  /** Only reviews were missing, ahead of a merge queue: a denial that keeps nothing out of the queue and satisfies nothing later. */
  provisional: v.boolean(),
  evaluated_at: timestamp,
  subject: v.strictObject({
    repository: platformId,
    kind: changeKind,
    number: v.nullable(count),
    head: commitId,
    base: commitId,
    /** What checks and scans had to be about. */
    checked: commitId,
    /** The commit on the protected branch that the change is or becomes: under it, too, the decision is found. */
    landed: v.nullable(commitId),
    head_branch: textDigest,
    base_branch: textDigest,
    digest: v.nullable(digest),
    environment: v.nullable(shortWord),
  }),
  /** Null: decided in a job without one. */
  environment: v.nullable(decisionEnvironment),
  rules: v.array(ruleResult),
  waivers: v.array(v.strictObject({ exception: exceptionId, rule: shortWord, days_left: count })),
  approvals: v.strictObject({ count, roles: v.array(shortWord) }),
  /** The labels of the input document, and who they are. */
  people: v.array(
    v.strictObject({ label: personLabel, id: actor, kind: v.picklist(['human', 'bot', 'unknown']), roles: v.array(shortWord) }),
  ),
  policy: v.strictObject({ sha256: digest, capabilities: digest, opa: version, sdk: v.nullable(version) }),
  configuration: v.strictObject({
    controls: digest,
    roles: digest,
    exceptions: digest,
    form: v.picklist(['own', 'short']),
    preset: v.nullable(shortWord),
    /** How long the registry wants this kept; null where it could not be read. */
    retention_years: v.nullable(count),
  }),
  input: v.strictObject({ sha256: digest, ref: v.nullable(blobKey) }),
  /** What the platform answered; nothing where the facts were handed over. */
  answers: answerList,
  /** What was not read whole, as JSON pointers of the input document, each with its reason. */
  unknown_facts: v.array(v.strictObject({ fact: inputPointer, why: shortWord })),
  previous_decision: v.nullable(digest),
};

/** As records are read that were written before their answers were. */
const NONE = { document: null, items: [], total: 0 };

/** What the gate decided, by which rules, about which facts (policy.md 4.5). */
export const policyDecision = defineKind('policy.decision', FIELDS, { answers: NONE });
