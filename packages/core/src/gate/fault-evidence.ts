import { sha256, type Sha256 } from '../canonical/digest.ts';
import { textDigest } from '../canonical/text-digest.ts';
import { changeSubject, decisionSubject, timestampOf, type RecordDraft } from '../evidence/index.ts';
import type { FactsDocument, InputDocument } from '../context/index.ts';
import type { AnswerList } from '../facts/answer-list.ts';
import type { ConfigurationError } from '../outcomes/index.ts';
import { OPA_SDK_VERSION, type Manifest } from '../policy/index.ts';
import { originOf, type Product } from './origin.ts';

export interface FaultContext {
  /** Epoch seconds. */
  readonly at: number;
  readonly intent: Sha256;
  readonly manifest: Manifest;
  readonly product: Product;
  /** Read all the same: they say why it could not be judged. */
  readonly answers: AnswerList;
}

/** Of no bytes at all: what this digest stands for was never read. */
const NOTHING = sha256('');

/** A denial because the change could not be judged: configuration or reports that cannot be used. */
export function faultEvidence(
  { facts, source }: { facts: FactsDocument; source: InputDocument['facts'] },
  fault: ConfigurationError,
  { at, intent, manifest, product, answers }: FaultContext,
): RecordDraft<'policy.decision'> {
  return {
    kind: 'policy.decision',
    subject: changeSubject(facts.change),
    evidence: {
      ...originOf(facts, source, product, 'error'),
      policy_digest: manifest.policy,
      related: [{ rel: 'intent', digest: intent }],
    },
    details: {
      decision: 'deny',
      cause: 'error',
      error: { code: fault.code, message: textDigest(fault.message) },
      provisional: false,
      evaluated_at: timestampOf(at * 1000),
      subject: decisionSubject(facts),
      // Its people would need pseudonyms, which a fault must not depend on.
      environment: null,
      rules: [],
      waivers: [],
      approvals: { count: 0, roles: [] },
      people: [],
      policy: { sha256: manifest.policy, capabilities: manifest.capabilities, opa: manifest.opa, sdk: OPA_SDK_VERSION },
      configuration: { controls: NOTHING, roles: NOTHING, exceptions: NOTHING, form: 'own', preset: null, retention_years: null },
      input: { sha256: NOTHING, ref: null },
      answers,
      unknown_facts: [],
      previous_decision: null,
    },
  };
}
