import type { Sha256 } from '../canonical/digest.ts';
import type { RecordDraft } from '../evidence/create-record.ts';
import { textDigest, type TextDigest } from '../evidence/text-digest.ts';
import { timestampOf } from '../evidence/timestamp-of.ts';
import type { Manifest, Reason } from '../policy/index.ts';
import type { Actor } from './actors.ts';
import { controlReferences } from './control-references.ts';
import type { Judgement } from './judge-change.ts';
import { originOf, type Product } from './origin.ts';
import { unknownFacts } from './unknown-facts.ts';
import { waiversOf } from './waivers.ts';

export interface DecisionContext {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly manifest: Manifest;
  readonly product: Product;
  /** Where the input document lies, so that the decision can be replayed. */
  readonly inputBlob: string;
  /** Records that this decision rests on. */
  readonly related: readonly { readonly rel: string; readonly digest: Sha256 }[];
}

/** What was decided, by which rules, about which facts. The decision points at facts; facts do not know decisions (design §6). */
export function decisionEvidence(judgement: Judgement, context: DecisionContext): RecordDraft<'policy.decision'> {
  const { decision, document, facts, source, configuration } = judgement;
  const { actors, manifest, product } = context;
  const outcome = decision.cause === 'error' ? 'error' : decision.outcome === 'allow' ? 'pass' : 'fail';
  return {
    kind: 'policy.decision',
    subject: { commit: document.change.head.commit },
    evidence: {
      ...originOf(facts, source, product, outcome),
      control_refs: controlReferences(judgement, () => true),
      policy_digest: decision.policy,
      raw_sha256: decision.input,
      raw_media_type: 'application/json',
      raw_ref: context.inputBlob,
      raw_retained: true,
      related: [...context.related],
    },
    details: {
      decision: decision.outcome,
      cause: decision.cause,
      error: decision.error === null ? null : { code: decision.error.code, message: textDigest(decision.error.message) },
      provisional: false,
      evaluated_at: timestampOf(decision.evaluatedAt * 1000),
      subject: subjectOf(judgement),
      rules: decision.rules.map((rule) => ({ ...rule, reasons: rule.reasons.map(reasonOf), controls: [...rule.controls] })),
      waivers: waiversOf(judgement),
      approvals: { count: document.approvals.count, roles: document.approvals.roles },
      people: [...actors].map(([label, id]) => ({
        label,
        id,
        kind: 'unknown' as const,
        roles: [],
        ...document.people[label as keyof typeof document.people],
      })),
      policy: { sha256: decision.policy, capabilities: manifest.capabilities, opa: manifest.opa, sdk: null },
      configuration: { ...configuration.digests, form: configuration.form, preset: configuration.preset },
      input: { sha256: decision.input, ref: context.inputBlob },
      unknown_facts: unknownFacts(document),
      previous_decision: null,
    },
  };
}

function subjectOf({ document: { repository, change } }: Judgement) {
  return {
    repository: repository.id,
    kind: change.kind,
    number: change.number,
    head: change.head.commit,
    base: change.base.commit,
    head_branch: textDigest(change.head.branch),
    base_branch: textDigest(change.base.branch),
    digest: null,
    environment: null,
  };
}

/** Our own words and labels stay readable; whatever else a reason quotes may be an outsider's and enters as a digest. */
function reasonOf({ code, params }: Reason): { code: string; params: Record<string, string | number | TextDigest> } {
  const value = (given: string | number): string | number | TextDigest =>
    typeof given === 'number' || OWN_WORD.test(given) ? given : textDigest(given);
  return { code, params: Object.fromEntries(Object.entries(params).map(([name, given]) => [name, value(given)])) };
}

const OWN_WORD =
  /^(person-[1-9][0-9]{0,5}|critical|high|medium|low|none|unknown|sast|dependency|secrets|iac|container|dast|success|failure|neutral|cancelled|skipped|queued|absent|forbidden|truncated|moved|producer|pending|stale|unusable|security|platform)$/;
