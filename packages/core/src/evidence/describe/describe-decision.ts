import type { Sha256 } from '../../canonical/digest.ts';
import { unreadFacts, type FactsDocument, type InputDocument, type UnreadFact } from '../../context/index.ts';
import type { Configuration } from '../../controls/configuration/configuration.ts';
import type { AnswerList } from '../../facts/answer-list.ts';
import type { Decision } from '../../policy/decision.ts';
import type { Manifest } from '../../policy/manifest.ts';
import { OPA_SDK_VERSION } from '../../policy/sdk-version.ts';
import type { Actors } from '../actors.ts';
import type { Details } from '../evidence-record.ts';
import { textDigest } from '../../canonical/text-digest.ts';
import { timestampOf } from '../timestamp-of.ts';
import { decisionSubject } from './decision-subject.ts';
import { describeEnvironment } from './describe-environment.ts';
import { reasonParams } from './reason-params.ts';

export interface DecisionToDescribe {
  readonly facts: FactsDocument;
  readonly configuration: Configuration;
  readonly document: InputDocument;
  readonly decision: Decision;
  readonly manifest: Manifest;
  readonly actors: Actors;
  /** Those whom only the environment names, by account id. */
  readonly environmentActors: Actors;
  /** Key of the stored input document, where it was stored. */
  readonly inputRef: string | null;
  readonly answers: AnswerList;
  readonly previous: Sha256 | null;
}

const SECONDS_PER_DAY = 86_400;

/** The own fields of a `policy.decision` record. */
export function describeDecision(judged: DecisionToDescribe): Details<'policy.decision'> {
  const { facts, configuration, document, decision, manifest } = judged;
  const { approvals } = document;
  return {
    decision: decision.outcome,
    cause: decision.cause,
    error: decision.error === null ? null : { code: decision.error.code, message: textDigest(decision.error.message) },
    provisional: decision.provisional,
    evaluated_at: timestampOf(decision.evaluatedAt * 1000),
    subject: decisionSubject(facts),
    environment: describeEnvironment(facts.environment, judged.environmentActors),
    rules: rulesOf(judged),
    waivers: waiversOf(judged),
    approvals: { count: approvals.count, roles: approvals.roles },
    people: peopleOf(judged),
    policy: { sha256: decision.policy, capabilities: manifest.capabilities, opa: manifest.opa, sdk: OPA_SDK_VERSION },
    configuration: {
      ...configuration.digests,
      form: configuration.form,
      preset: configuration.preset,
      retention_years: configuration.retentionYears,
    },
    input: { sha256: decision.input, ref: judged.inputRef },
    answers: judged.answers,
    unknown_facts: unreadFacts(document)
      .filter(ofTheChange)
      .map(({ fact, why }) => ({ fact, why })),
    previous_decision: judged.previous,
  };
}

function rulesOf({ decision, configuration }: DecisionToDescribe): Details<'policy.decision'>['rules'] {
  const known = new Set([...Object.keys(configuration.roles), ...configuration.exceptions.map(({ id }) => id)]);
  return decision.rules.map(({ id, status, mode, reasons, exception, controls }) => ({
    id,
    status,
    mode,
    reasons: reasons.map((reason) => ({ code: reason.code, params: reasonParams(reason, known) })),
    exception,
    controls: [...controls],
  }));
}

/** Every exception that this decision used, for a rule or for a finding, with the days it still has. */
function waiversOf({ decision, document }: DecisionToDescribe): Details<'policy.decision'>['waivers'] {
  const forFindings = document.findings.items.flatMap(({ exception }) => exception ?? []);
  const used = new Set([...decision.rules.flatMap(({ exception }) => exception ?? []), ...forFindings]);
  return document.exceptions.items
    .filter(({ id }) => used.has(id))
    .map(({ id, rule, expires }) => ({
      exception: id,
      rule,
      days_left: Math.max(0, Math.ceil(((expires ?? 0) - decision.evaluatedAt) / SECONDS_PER_DAY)),
    }));
}

function peopleOf({ document, actors }: DecisionToDescribe): Details<'policy.decision'>['people'] {
  return Object.entries(document.people).flatMap(([label, { kind, roles }]) => {
    const id = actors.get(label);
    return id === undefined ? [] : [{ label, id, kind, roles }];
  });
}

/** Facts of the change as a whole: what a single scan leaves open, the reasons of its rules name. */
const ofTheChange = ({ fact }: UnreadFact): boolean => !/\/\d+\//.test(fact);
