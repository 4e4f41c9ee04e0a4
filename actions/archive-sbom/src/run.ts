import { archiveSbom, type ArchivedSbom, type EvidenceLog, type Product } from '@proofrail/core/gate';
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
  const { repository, run: pipelineRun } = deps.context;
  const archived = await archiveSbom(
    {
      bytes: deps.readDocument(inputs.sbom),
      file: inputs.sbom,
      artifact: inputs.subject.digest,
      commit: inputs.commit,
      at: deps.clock.now(),
      origin: {
        system: 'github',
        facts: 'given', // the word of a workflow
        method: 'event',
        collector_id: deps.product.name,
        collector_version: deps.product.version,
        repo: repository.id,
        run_id: pipelineRun.id,
        run_attempt: pipelineRun.attempt,
      },
    },
    deps.evidence,
  );
  return { ...archived, inputs };
}
