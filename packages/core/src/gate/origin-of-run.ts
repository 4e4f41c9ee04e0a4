import type { CommonInput } from '../evidence/index.ts';
import type { Product } from './origin.ts';

/** A run of a pipeline, in the platform's numeric ids. */
export interface PipelineRun {
  readonly repository: { readonly id: string };
  readonly run: { readonly id: string; readonly attempt: number };
}

/** Where a record comes from that a step of a workflow asked for. It rests on the word of that workflow: `given`. */
export function originOfRun({ repository, run }: PipelineRun, product: Product): Omit<CommonInput, 'outcome'> {
  return {
    system: 'github',
    facts: 'given',
    method: 'event',
    collector_id: product.name,
    collector_version: product.version,
    repo: repository.id,
    run_id: run.id,
    run_attempt: run.attempt,
  };
}
