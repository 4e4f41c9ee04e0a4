import type { FactsDocument, InputDocument } from '../context/index.ts';
import type { Configuration, Retention } from '../controls/index.ts';
import type { Clock } from '../ports/index.ts';
import type { Policy } from '../policy/index.ts';
import type { ScanReport } from '../reports/index.ts';
import { faultEvidence } from './fault-evidence.ts';
import { intentEvidence } from './intent-evidence.ts';
import { judgeChange, type Judgement } from './judge-change.ts';
import { recordJudgement, type RecordedJudgement, type RecordingDependencies } from './record-judgement.ts';
import type { WrittenRecord } from './evidence-log.ts';
import { retentionOf } from './retention-of.ts';
import { ConfigurationError } from '../outcomes/index.ts';

/** A change as it arrives: only the facts are read yet, because they say which stream the intent belongs to. */
export interface GateRequest {
  readonly facts: FactsDocument;
  readonly source: InputDocument['facts'];
  readonly configuration: () => Configuration;
  readonly reports: () => readonly ScanReport[];
}

export interface GateDependencies extends Omit<RecordingDependencies, 'manifest'> {
  readonly policy: Policy;
  readonly clock: Clock;
}

export interface GatedChange {
  readonly judgement: Judgement;
  readonly intent: WrittenRecord;
  readonly recorded: RecordedJudgement;
  /** Whether the ledger keeps the decision as long as the registry asks. */
  readonly retention: Retention;
}

/**
 * Gates one change: says that it will, decides, and leaves the decision as evidence. Throws what makes a decision impossible, after
 * recording that (ConfigurationError), and UnavailableError or TamperedError of a ledger that cannot be written.
 */
export async function gateChange(request: GateRequest, deps: GateDependencies): Promise<GatedChange> {
  const intent = await deps.evidence.append(
    intentEvidence(request.facts, {
      source: request.source,
      product: deps.product,
      at: deps.clock.now(),
      expected: ['scan.result', 'change.approval', 'policy.decision'],
    }),
  );
  const judgement = await judgeOrRecordFault(request, intent, deps);
  const recorded = await recordJudgement(judgement, intent.receipt.record, { ...deps, manifest: deps.policy.manifest });
  return { judgement, intent, recorded, retention: retentionOf(judgement, recorded.decision, deps.clock.now()) };
}

/** An invalid configuration is recorded too: otherwise breaking it would be the way to leave no trace (decisions.md, Outcomes). */
async function judgeOrRecordFault(request: GateRequest, intent: WrittenRecord, deps: GateDependencies): Promise<Judgement> {
  const at = Math.floor(deps.clock.now() / 1000);
  try {
    const configuration = request.configuration();
    return judgeChange({ ...request, configuration, reports: request.reports() }, deps.policy, at);
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) {
      await deps.evidence.append(
        faultEvidence(request, thrown, {
          at,
          intent: intent.receipt.record,
          manifest: deps.policy.manifest,
          product: deps.product,
        }),
      );
    }
    throw thrown;
  }
}
