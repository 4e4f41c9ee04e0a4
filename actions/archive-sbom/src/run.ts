import type { EvidenceLog, Product, WrittenRecord } from '@proofrail/core/gate';
import { controlsOfKind, describeSbom, timestampOf } from '@proofrail/core/evidence';
import type { Clock } from '@proofrail/core/ports';
import { readSbom, type Sbom } from '@proofrail/core/sbom';
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

export interface Result {
  readonly sbom: Sbom;
  readonly inputs: Inputs;
  readonly written: WrittenRecord;
}

/** A document that cannot be read is refused before anything is stored; it is stored before anything points at it. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Result> {
  const bytes = deps.readDocument(inputs.sbom);
  const sbom = readSbom(bytes, inputs.sbom);
  const { key } = await deps.evidence.attach(bytes);
  const { repository, run: pipelineRun } = deps.context;
  const written = await deps.evidence.append({
    kind: 'sbom',
    subject: { artifact: inputs.subject.digest },
    evidence: {
      system: 'github',
      outcome: 'pass',
      facts: 'given',
      method: 'event',
      collector_id: deps.product.name,
      collector_version: deps.product.version,
      repo: repository.id,
      run_id: pipelineRun.id,
      run_attempt: pipelineRun.attempt,
      commit_sha: inputs.commit,
      control_refs: controlsOfKind('sbom', timestampOf(deps.clock.now()).slice(0, 10)),
      raw_sha256: sbom.digest,
      raw_media_type: 'application/json',
      raw_ref: key,
      raw_retained: true,
    },
    details: describeSbom(sbom, inputs.subject.digest, { commit: inputs.commit, documentRef: key }),
  });
  return { sbom, inputs, written };
}
