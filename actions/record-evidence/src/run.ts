import { timestampOf } from '@proofrail/core/evidence';
import type { EvidenceLog, Product, WrittenRecord } from '@proofrail/core/gate';
import type { Clock } from '@proofrail/core/ports';
import type { ScanReport } from '@proofrail/core/reports';
import type { RunContext } from '@proofrail/runner';
import { deploymentDraft, scanDraft } from './drafts.ts';
import type { Inputs } from './inputs.ts';

export interface Dependencies {
  readonly clock: Clock;
  readonly product: Product;
  readonly context: RunContext;
  /** The stream of a ledger that belongs to the repository of this run. */
  readonly evidence: EvidenceLog;
  /** Throws ConfigurationError or UnavailableError. */
  readReport(file: string): ScanReport;
  /** Throws ConfigurationError where the file is not there: an artifact must not turn out to be incomplete after the record says done. */
  requireFile(file: string): void;
}

export interface Result {
  readonly inputs: Inputs;
  readonly written: WrittenRecord;
}

/** Everything that can be wrong with the inputs is found before anything is recorded. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Result> {
  for (const file of inputs.artifact?.files ?? []) deps.requireFile(file);
  const day = timestampOf(deps.clock.now()).slice(0, 10);
  const circumstances = { commit: inputs.commit, context: deps.context, product: deps.product, day };
  const { what } = inputs;
  const written =
    what.kind === 'deployment'
      ? await deps.evidence.append(deploymentDraft(what, circumstances))
      : await deps.evidence.append(scanDraft(deps.readReport(what.report), circumstances));
  return { inputs, written };
}
