import type { Outcome } from '@proofrail/core/outcomes';
import { annotate, uploadArtifact, writeOutputs, writeSummary } from '@proofrail/runner';
import type { Ending } from './ending.ts';
import type { Artifact } from './inputs.ts';

/** @throws UnavailableError `artifact/upload`: the page is written by then, the outputs are not */
export async function tell({ outcome, annotations, page, kept, outputs }: Ending, artifact: Artifact | null): Promise<Outcome> {
  annotate(annotations);
  await writeSummary(page);
  if (artifact !== null) await uploadArtifact(artifact.name, [...kept, ...artifact.files]);
  writeOutputs(outputs);
  return outcome;
}
