import { sha256, type Sha256 } from '@proofrail/core/canonical';
import type { SealedAndCountersigned } from '@proofrail/core/countersign';
import {
  confirmBundle,
  intentOf,
  originOfRun,
  outcomeOfVerdicts,
  readDecisionBundle,
  readOrRecord,
  recordBundle,
  recordDeployment,
  scanDraft,
  streamOfRun,
  type BundleDependencies,
  type EvidenceLog,
  type Product,
  type Verdict,
  type VerdictOutcome,
  type WrittenRecord,
} from '@proofrail/core/gate';
import { parseStreamId, type StreamId } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Clock } from '@proofrail/core/ports';
import type { Policy } from '@proofrail/core/policy';
import { readReport, type ScanReport } from '@proofrail/core/reports';
import type { RunContext } from '@proofrail/runner';
import type { Checkpoint, DecisionToRecord, Deployment, Inputs, Intent, Scan } from './inputs.ts';

/** What a step finds around itself. Nothing is opened before it is needed: whoever only seals holds no key that could write evidence. */
export interface Dependencies {
  readonly clock: Clock;
  readonly product: Product;
  readonly context: RunContext;
  /** Throws what `openEvidence` throws. */
  openEvidence(stream: StreamId): Promise<EvidenceLog>;
  openIdentities(): Promise<BundleDependencies['identities']>;
  loadPolicy(): Promise<Policy>;
  /** Whether this run has no identity to write with: then the gate's jobs open nothing. */
  writtenAtMerge(): Promise<boolean>;
  /** Throws ConfigurationError or UnavailableError. */
  readDocument(file: string): Uint8Array;
  /** The bytes of `decision.json` and of the reports beside it. */
  readBundle(folder: string): { readonly decision: Uint8Array; readonly reports: readonly Uint8Array[] };
  seal(asked: Checkpoint, stream: StreamId): Promise<SealedAndCountersigned>;
}

export type Result = StepResult | GateJobResult | SealResult;

/** What a step of the customer's own said that happened. */
export interface StepResult {
  readonly what: Deployment | Scan;
  readonly outcome: 'allow';
  readonly written: readonly [WrittenRecord];
}

/** What the gate's own jobs leave: the intent before anything is read, and the decision that another job came to. */
export interface GateJobResult {
  readonly what: Intent | DecisionToRecord;
  readonly outcome: VerdictOutcome;
  /** On each change that was decided about; none where the intent was recorded. */
  readonly verdicts: readonly Verdict[];
  /** In the order in which they were written; none when the evidence is written at merge. */
  readonly written: readonly WrittenRecord[];
}

export interface SealResult {
  readonly what: Checkpoint;
  readonly outcome: 'allow';
  readonly sealed: SealedAndCountersigned;
}

/** Does what was asked for: each of these records before anything is said. */
export async function run({ what, commit }: Pick<Inputs, 'what' | 'commit'>, deps: Dependencies): Promise<Result> {
  switch (what.kind) {
    case 'deployment':
      return { what, outcome: 'allow', written: [await recordedDeployment(what, commit, deps)] };
    case 'scan.result':
      return { what, outcome: 'allow', written: [await recordedScan(what, commit, deps)] };
    case 'run.intent':
      return { what, outcome: 'allow', verdicts: [], written: await recordedIntent(commit, deps) };
    case 'policy.decision':
      return { what, ...(await recordedDecision(what, deps)) };
    case 'ledger.checkpoint':
      return { what, outcome: 'allow', sealed: await deps.seal(what, streamOfRepository(deps)) };
  }
}

async function recordedDeployment(
  { image, environment, status: end }: Deployment,
  commit: string,
  deps: Dependencies,
): Promise<WrittenRecord> {
  const evidence = await deps.openEvidence(streamOfRepository(deps));
  const origin = originOfRun(deps.context, deps.product);
  const deployment = { artifact: image.digest, environment, end, commit, origin, at: deps.clock.now() };
  return (await recordDeployment(deployment, evidence)).written;
}

async function recordedScan({ report: file }: Scan, commit: string, deps: Dependencies): Promise<WrittenRecord> {
  const evidence = await deps.openEvidence(streamOfRepository(deps));
  const scanned = { commit, origin: originOfRun(deps.context, deps.product), at: deps.clock.now() };
  const report = await readScan(file, scanned, evidence, deps);
  return evidence.append(scanDraft(report, await evidence.keep(report.bytes), scanned));
}

/** A report that cannot be used is on record as such before the step ends in 2. */
async function readScan(
  file: string,
  { commit, origin }: { readonly commit: string; readonly origin: ReturnType<typeof originOfRun> },
  evidence: EvidenceLog,
  deps: Dependencies,
): Promise<ScanReport> {
  const refused = { insteadOf: 'scan.result', subject: { commit }, origin, digest: null } as const;
  const bytes = await readOrRecord(() => deps.readDocument(file), refused, evidence);
  return readOrRecord(() => readReport(bytes, file), { ...refused, digest: sha256(bytes) }, evidence);
}

async function recordedIntent(commit: string, deps: Dependencies): Promise<readonly WrittenRecord[]> {
  if (await deps.writtenAtMerge()) return [];
  const { context, product, clock } = deps;
  const evidence = await deps.openEvidence(streamOfRun(context));
  return [
    await evidence.append(intentOf(context, { subject: { commit }, origin: originOfRun(context, product), at: clock.now() })),
  ];
}

async function recordedDecision(
  { folder, digest, intent }: DecisionToRecord,
  deps: Dependencies,
): Promise<Omit<GateJobResult, 'what'>> {
  const atMerge = await deps.writtenAtMerge();
  const policy = await deps.loadPolicy();
  const { decision, reports } = deps.readBundle(folder);
  const request = { bundle: readDecisionBundle(decision, digest, `${folder}/decision.json`), reports, run: deps.context };
  if (atMerge) {
    const decided = confirmBundle(request, policy);
    return { outcome: outcomeOfVerdicts(decided), verdicts: decided.map(({ verdict }) => verdict), written: [] };
  }
  const recording = { ...deps, policy, ...(await openDesk(intent, deps)) };
  const { outcome, changes } = await recordBundle({ ...request, intent: recording.intent }, recording);
  return { outcome, verdicts: changes.map(({ verdict }) => verdict), written: changes.map((change) => change.decision) };
}

async function openDesk(intent: Sha256 | null, deps: Dependencies) {
  if (intent === null) throw noIntent();
  const evidence = await deps.openEvidence(streamOfRun(deps.context));
  return { intent, evidence, identities: await deps.openIdentities() };
}

const streamOfRepository = ({ context }: Dependencies): StreamId => parseStreamId(context.repository.id);

const noIntent = (): ConfigurationError =>
  new ConfigurationError('input/required', {
    expected: 'the digest of the intent of this run',
    found: 'nothing',
    at: 'with.intent',
    doThis: 'set "intent" to the record-digest of the step with kind run.intent',
  });
