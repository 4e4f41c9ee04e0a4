import { timestampOf, type RecordDraft } from '../evidence/index.ts';
import { DEADLINE_MILLISECONDS } from './intent-evidence.ts';
import { originOfRun, type PipelineRun } from './origin-of-run.ts';
import type { Product } from './origin.ts';

export interface StartedRun extends PipelineRun {
  /** The platform's word for what started the run. */
  readonly event: string;
}

/** The intent of a run that has read nothing yet and won't: another job of it decides, beside this one. */
export function intentOfRun(
  started: StartedRun,
  { commit, at, product }: { readonly commit: string; readonly at: number; readonly product: Product },
): RecordDraft<'run.intent'> {
  return {
    kind: 'run.intent',
    subject: { commit },
    evidence: { ...originOfRun(started, product), outcome: 'n_a' },
    details: {
      repository: started.repository.id,
      event: started.event,
      head: commit,
      run: started.run.id,
      attempt: started.run.attempt,
      expected_kinds: ['scan.result', 'change.approval', 'policy.decision'],
      deadline: timestampOf(at + DEADLINE_MILLISECONDS),
    },
  };
}
