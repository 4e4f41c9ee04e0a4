import { originOfRun, readOrRecord, type EvidenceLog, type Product } from '@proofrail/core/gate';
import { archiveSbom, type ArchivedSbom } from '@proofrail/core/gate/archive-sbom';
import type { Clock } from '@proofrail/core/ports';
import type { RunContext } from '@proofrail/runner';
import type { Inputs } from './inputs.ts';

export interface Dependencies {
  readonly clock: Clock;
  readonly product: Product;
  readonly context: RunContext;
  /** The stream of a ledger that belongs to the repository of this run. */
  readonly evidence: EvidenceLog;
  /** Throws ConfigurationError or UnavailableError. */
  readDocument(file: string): Uint8Array;
}

export interface Result extends ArchivedSbom {
  readonly inputs: Inputs;
}

export async function run(inputs: Inputs, deps: Dependencies): Promise<Result> {
  const { digest: artifact } = inputs.subject;
  const origin = originOfRun(deps.context, deps.product);
  const refused = { insteadOf: 'sbom', subject: { artifact }, origin, digest: null } as const;
  const bytes = await readOrRecord(() => deps.readDocument(inputs.sbom), refused, deps.evidence);
  const archived = await archiveSbom(
    { bytes, file: inputs.sbom, artifact, commit: inputs.commit, at: deps.clock.now(), origin },
    deps.evidence,
  );
  return { ...archived, inputs };
}
