import { canonicalJson } from '../canonical/canonical-json.ts';
import { sha256, type Sha256 } from '../canonical/digest.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import type { Answers } from '../context/index.ts';
import { actorsOf, actorsOfAccounts, peopleOfEnvironment, type IdentityStore } from '../evidence/index.ts';
import type { Manifest } from '../policy/index.ts';
import type { EvidenceLog, WrittenRecord } from './evidence-log.ts';
import type { Judgement } from './judge-change.ts';
import { approvalEvidence, decisionEvidence, scanEvidence, type Original } from './judgement-evidence.ts';
import { keepAnswers } from './keep-answers.ts';
import type { Product } from './origin.ts';

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
  { intent, answers: heard }: { readonly intent: Sha256; readonly answers: Answers },
  deps: RecordingDependencies,
): Promise<RecordedJudgement> {
  const { evidence, identities, manifest, product } = deps;
  const { document, facts: given, people } = judgement;
  const actors = await actorsOf(people, document.people, identities);
  const environmentActors = await actorsOfAccounts(peopleOfEnvironment(given.environment), given.accounts, identities);
  const [kept, read, answers] = await Promise.all([
    keptReports(judgement, evidence),
    keptFacts(judgement, evidence),
    keepAnswers(heard, evidence),
  ]);
  const approval = approvalEvidence(judgement, actors, product, read);
  const [input, approvals, ...scans] = await Promise.all([
    evidence.attach(canonicalJson(document satisfies object as JsonValue)),
    approval === null ? null : evidence.append(approval),
    ...scanEvidence(judgement, product, kept).map((draft) => evidence.append(draft)),
  ]);
  const facts = approvals === null ? scans : [...scans, approvals];
  const related = [{ rel: 'intent', digest: intent }, ...facts.map(({ receipt }) => ({ rel: 'fact', digest: receipt.record }))];
  const decision = await evidence.append(
    decisionEvidence(judgement, { actors, environmentActors, manifest, product, inputRef: input.key, answers, related }),
  );
  return { scans, approvals, decision };
}

/** Kept before a record says that they are: whoever dies in between leaves a report too many, never a record that promises one. */
async function keptReports({ reports }: Judgement, evidence: EvidenceLog): Promise<ReadonlySet<Sha256>> {
  const kept = await Promise.all(reports.map(async ({ digest, bytes }) => ((await evidence.keep(bytes)) ? digest : null)));
  return new Set(kept.filter((digest) => digest !== null));
}

/**
 * What the platform answered, as it was understood: names of people and texts of outsiders are in it, so that a record holds its digest
 * alone (decisions.md, Evidence).
 */
async function keptFacts({ facts }: Judgement, evidence: EvidenceLog): Promise<Original> {
  const bytes = canonicalJson(facts satisfies object as JsonValue);
  return { digest: sha256(bytes), isKept: await evidence.keep(bytes) };
}
