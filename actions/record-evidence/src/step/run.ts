import { sha256 } from '@proofrail/core/canonical';
import { timestampOf } from '@proofrail/core/evidence';
import {
  originOfRun,
  readOrRecord,
  recordDeployment,
  type EvidenceLog,
  type Product,
  type WrittenRecord,
} from '@proofrail/core/gate';
import type { Clock } from '@proofrail/core/ports';
import { readReport, type ScanReport } from '@proofrail/core/reports';
import type { RunContext } from '@proofrail/runner';
import { scanDraft } from './scan-draft.ts';
import type { Deployment, Inputs, Scan } from '../inputs.ts';

/** What a step of the customer's own says that happened. */
export interface StepInputs extends Inputs {
  readonly what: Deployment | Scan;
}

export interface Dependencies {
  readonly clock: Clock;
  readonly product: Product;
  readonly context: RunContext;
  /** The stream of a ledger that belongs to the repository of this run. */
  readonly evidence: EvidenceLog;
  /** Throws ConfigurationError or UnavailableError. */
  readDocument(file: string): Uint8Array;
}

export interface Result {
  readonly inputs: StepInputs;
  readonly written: WrittenRecord;
}

export async function run(inputs: StepInputs, deps: Dependencies): Promise<Result> {
  return { inputs, written: await record(inputs, deps) };
}

async function record({ what, commit }: StepInputs, deps: Dependencies): Promise<WrittenRecord> {
  const at = deps.clock.now();
  if (what.kind === 'scan.result') {
    const circumstances = { ...deps, commit, day: timestampOf(at).slice(0, 10) };
    const report = await readScan(what.report, commit, deps);
    return deps.evidence.append(scanDraft(report, await deps.evidence.keep(report.bytes), circumstances));
  }
  const { environment, image, status } = what;
  const deployment = {
    artifact: image.digest,
    environment,
    end: status,
    commit,
    origin: originOfRun(deps.context, deps.product),
    at,
  };
  return (await recordDeployment(deployment, deps.evidence)).written;
}

/** A report that cannot be used is on record as such before the step ends in 2. */
async function readScan(file: string, commit: string, deps: Dependencies): Promise<ScanReport> {
  const origin = originOfRun(deps.context, deps.product);
  const refused = { insteadOf: 'scan.result', subject: { commit }, origin, digest: null } as const;
  const bytes = await readOrRecord(() => deps.readDocument(file), refused, deps.evidence);
  return readOrRecord(() => readReport(bytes, file), { ...refused, digest: sha256(bytes) }, deps.evidence);
}
