import { canonicalJson } from '../canonical/canonical-json.ts';
import type { Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import type { IdentityStore } from '../evidence/identity-store.ts';
import type { Manifest } from '../policy/index.ts';
import { actorsOf } from './actors.ts';
import { approvalEvidence } from './approval-evidence.ts';
import { decisionEvidence } from './decision-evidence.ts';
import type { EvidenceLog, WrittenRecord } from './evidence-log.ts';
import type { Judgement } from './judge-change.ts';
import type { Product } from './origin.ts';
import { scanEvidence } from './scan-evidence.ts';

export interface RecordingDependencies {
  readonly evidence: EvidenceLog;
  readonly identities: IdentityStore;
  readonly manifest: Manifest;
  readonly product: Product;
}

/** Everything that a judgement left in the ledger. */
export interface RecordedJudgement {
  readonly scans: readonly WrittenRecord[];
  readonly approvals: WrittenRecord | null;
  readonly decision: WrittenRecord;
}

/** Facts first, and then the decision that points at them: whoever reads the decision finds what it names. */
export async function recordJudgement(
  judgement: Judgement,
  intent: Sha256,
  deps: RecordingDependencies,
): Promise<RecordedJudgement> {
  const { evidence, identities, manifest, product } = deps;
  const actors = await actorsOf(judgement.facts, judgement.people, identities);
  const approval = approvalEvidence(judgement, actors, product);
  const [input, approvals, ...scans] = await Promise.all([
    evidence.attach(canonicalJson(judgement.document satisfies object as JsonValue)),
    approval === null ? null : evidence.append(approval),
    ...judgement.reports.map((report) => evidence.append(scanEvidence(report, judgement, product))),
  ]);
  const facts = [...scans, ...(approvals === null ? [] : [approvals])];
  const related = [{ rel: 'intent', digest: intent }, ...facts.map(({ receipt }) => ({ rel: 'fact', digest: receipt.record }))];
  const decision = await evidence.append(
    decisionEvidence(judgement, { actors, manifest, product, inputBlob: input.key, related }),
  );
  return { scans, approvals, decision };
}
