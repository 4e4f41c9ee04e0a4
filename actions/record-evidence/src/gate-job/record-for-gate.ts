import {
  confirmBundle,
  intentOf,
  originOfRun,
  outcomeOfVerdicts,
  readDecisionBundle,
  recordBundle,
  streamOfRun,
  type BundleDependencies,
  type EvidenceLog,
  type Product,
  type Verdict,
  type VerdictOutcome,
  type WrittenRecord,
} from '@proofrail/core/gate';
import type { StreamId } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Clock } from '@proofrail/core/ports';
import type { Policy } from '@proofrail/core/policy';
import type { RunContext } from '@proofrail/runner';
import type { DecisionToRecord, Inputs, Intent } from '../inputs.ts';

export interface GateJobDependencies {
  readonly clock: Clock;
  readonly product: Product;
  readonly context: RunContext;
  readonly policy: Policy;
  /** Whether this run has no identity to write with: then nothing is opened. */
  readonly atMerge: boolean;
  openEvidence(stream: StreamId): Promise<EvidenceLog>;
  openIdentities(): Promise<BundleDependencies['identities']>;
  /** The bytes of `decision.json` and of the reports beside it. */
  readBundle(folder: string): { readonly decision: Uint8Array; readonly reports: readonly Uint8Array[] };
}

export interface GateJobResult {
  readonly outcome: VerdictOutcome;
  /** On each change that was decided about; none where the intent was recorded. */
  readonly verdicts: readonly Verdict[];
  /** In the order in which they were written; none when the evidence is written at merge. */
  readonly written: readonly WrittenRecord[];
}

/** What the gate's own jobs leave: the intent before anything is read, and the decision that another job came to. */
export async function recordForGate(
  what: Intent | DecisionToRecord,
  { commit }: Pick<Inputs, 'commit'>,
  deps: GateJobDependencies,
): Promise<GateJobResult> {
  return what.kind === 'run.intent' ? recordIntent(commit, deps) : recordDecision(what, deps);
}

async function recordIntent(commit: string, deps: GateJobDependencies): Promise<GateJobResult> {
  if (deps.atMerge) return { outcome: 'allow', verdicts: [], written: [] };
  const { context, product, clock } = deps;
  const evidence = await deps.openEvidence(streamOfRun(context));
  const intent = intentOf(context, { subject: { commit }, origin: originOfRun(context, product), at: clock.now() });
  return { outcome: 'allow', verdicts: [], written: [await evidence.append(intent)] };
}

async function recordDecision({ folder, digest, intent }: DecisionToRecord, deps: GateJobDependencies): Promise<GateJobResult> {
  const { decision, reports } = deps.readBundle(folder);
  const bundle = readDecisionBundle(decision, digest, `${folder}/decision.json`);
  const request = { bundle, reports, run: deps.context };
  if (deps.atMerge) {
    const decided = confirmBundle(request, deps.policy);
    return { outcome: outcomeOfVerdicts(decided), verdicts: decided.map(({ verdict }) => verdict), written: [] };
  }
  if (intent === null) throw noIntent();
  const evidence = await deps.openEvidence(streamOfRun(deps.context));
  const identities = await deps.openIdentities();
  const { outcome, changes } = await recordBundle({ ...request, intent }, { ...deps, evidence, identities });
  return { outcome, verdicts: changes.map(({ verdict }) => verdict), written: changes.map((change) => change.decision) };
}

const noIntent = (): ConfigurationError =>
  new ConfigurationError('input/required', {
    expected: 'the digest of the intent of this run',
    found: 'nothing',
    at: 'with.intent',
    doThis: 'set "intent" to the record-digest of the step with kind run.intent',
  });
