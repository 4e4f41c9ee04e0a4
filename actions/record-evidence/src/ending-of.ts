import type { Ending } from './ending.ts';
import { gateJobEnding } from './gate-job/gate-job-ending.ts';
import type { Inputs } from './inputs.ts';
import { stepEnding } from './step/step-ending.ts';
import type { Workplace } from './workplace.ts';

/** Does what was asked for: each of these records before it says anything. */
export async function endingOf(inputs: Inputs, workplace: Workplace): Promise<Ending> {
  const { what } = inputs;
  switch (what.kind) {
    case 'ledger.checkpoint':
      // Whoever writes evidence loads nothing of sealing.
      return (await import('./seal/seal-ending.ts')).sealEnding(what, inputs, workplace);
    case 'run.intent':
    case 'policy.decision':
      return gateJobEnding(what, inputs, workplace);
    case 'deployment':
    case 'scan.result':
      return stepEnding({ ...inputs, what }, workplace);
  }
}
