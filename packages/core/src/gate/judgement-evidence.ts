import type { Sha256 } from '../canonical/digest.ts';
import {
  changeSubject,
  controlReferences,
  describeApprovals,
  describeDecision,
  describeScan,
  toolIdentity,
  type Actors,
  type RecordDraft,
} from '../evidence/index.ts';
import type { AnswerList } from '../facts/answer-list.ts';
import { isBroken, type Manifest } from '../policy/index.ts';
import type { Judgement } from './judge-change.ts';
import { originOf, type Product } from './origin.ts';

// What a judgement leaves behind, as drafts: pure, so that the order of writing is all that `recordJudgement` has to say.

/** Every scan that the facts name, and what its report said, whatever became of the change. `kept`: the reports whose bytes are. */
export function scanEvidence(judgement: Judgement, product: Product, kept: ReadonlySet<Sha256>): RecordDraft<'scan.result'>[] {
  const { document, facts, source, reports } = judgement;
  if (!document.scans.known || !facts.scans.known) return [];
  const delivered = facts.scans.value.items;
  return document.scans.value.items.map((scan, index) => {
    const digest = delivered[index]?.report as Sha256;
    const report = reports.find((each) => each.digest === digest) ?? null;
    const [tool] = report?.tools ?? [];
    return {
      kind: 'scan.result',
      subject: { commit: scan.commit },
      evidence: {
        ...originOf(facts, source, product, !scan.result.known ? 'error' : scan.result.value.findings === 0 ? 'pass' : 'fail'),
        event_time: delivered[index]?.completed_at ?? facts.read_at,
        control_refs: provenBy('scans', judgement),
        scan_type: scan.class,
        ...toolIdentity(tool),
        raw_sha256: digest,
        raw_media_type: report?.mediaType ?? null,
        raw_retained: kept.has(digest),
      },
      details: describeScan(scan, digest, report, document),
    };
  });
}

/** A document that a record rests on, and whether its bytes lie where they can be erased. */
export interface Original {
  readonly digest: Sha256;
  readonly isKept: boolean;
}

/**
 * Who said what about the change, and whose approval counted. Null where reviews could not be read: there is nothing to attest. `read`: the
 * facts document.
 */
export function approvalEvidence(
  judgement: Judgement,
  actors: Actors,
  product: Product,
  read: Original,
): RecordDraft<'change.approval'> | null {
  const { document, facts, source } = judgement;
  const details = describeApprovals(judgement, actors);
  if (details === null) return null;
  const counted = details.approvals.filter((approval) => approval.counted);
  const enough = document.approvals.count >= document.requirements.approvals.minimum;
  const satisfied = enough && !judgement.decision.rules.some(({ id, status }) => id === 'approvals.elevated' && isBroken(status));
  return {
    kind: 'change.approval',
    subject: changeSubject(facts.change),
    evidence: {
      ...originOf(facts, source, product, satisfied ? 'pass' : 'fail'),
      control_refs: provenBy('approvals', judgement),
      approver_ids: counted.map(({ id }) => id),
      approved_commit: counted.length > 0 ? document.change.head.commit : null,
      approved_at:
        counted
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? null,
      raw_sha256: read.digest,
      raw_media_type: 'application/json',
      raw_retained: read.isKept,
    },
    details,
  };
}

export interface DecisionContext {
  readonly actors: Actors;
  readonly environmentActors: Actors;
  readonly manifest: Manifest;
  readonly product: Product;
  /** Key of the stored input document, so that the decision can be replayed. */
  readonly inputRef: string;
  readonly answers: AnswerList;
  /** Records that this decision rests on. */
  readonly related: readonly { readonly rel: string; readonly digest: Sha256 }[];
}

const OUTCOMES = { allow: 'pass', deny: 'fail' } as const;

/** What was decided, by which rules. The decision points at facts; facts do not know decisions (design §6). */
export function decisionEvidence(judgement: Judgement, context: DecisionContext): RecordDraft<'policy.decision'> {
  const { decision, facts, source } = judgement;
  const { inputRef, related, product } = context;
  return {
    kind: 'policy.decision',
    subject: changeSubject(facts.change),
    evidence: {
      ...originOf(facts, source, product, decision.cause === 'error' ? 'error' : OUTCOMES[decision.outcome]),
      control_refs: controlReferences(decision.rules.flatMap(({ controls }) => controls)),
      policy_digest: decision.policy,
      raw_sha256: decision.input,
      raw_media_type: 'application/json',
      raw_ref: inputRef,
      raw_retained: true,
      related: [...related],
    },
    details: describeDecision({ ...judgement, ...context, previous: null }),
  };
}

/** The controls that the rules of one area prove here. */
function provenBy(area: 'approvals' | 'scans', { decision }: Judgement): string[] {
  const rules = decision.rules.filter(({ id }) => id.startsWith(`${area}.`));
  return controlReferences(rules.flatMap(({ controls }) => controls));
}
