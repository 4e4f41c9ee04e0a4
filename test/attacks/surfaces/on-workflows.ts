import { plantedWorkflows } from '../../workflows/planted-workflows.ts';
import type { Answer, Declared, ShownAttack } from '../attack.ts';
import { answerOfTheDoctor } from './answer-of-the-doctor.ts';

export interface WorkflowAttack extends Omit<Declared, 'seenRed'> {
  /** The check of the doctor, and the folder of test/workflows with the planted files and their clean twins. */
  readonly check: string;
}

/** The doctor reads workflow files that have the fault, and their twins that do the same thing properly. */
export function onWorkflows({ check, ...row }: WorkflowAttack): ShownAttack {
  const examined = (kind: 'planted' | 'clean'): Promise<Answer> => {
    const { files, required } = plantedWorkflows(check, kind);
    return answerOfTheDoctor(Object.fromEntries(files.map(({ file, text }) => [file, text])), required);
  };
  return {
    ...row,
    ending: 'detected',
    seenRed: 'with this check left out of WORKFLOW_CHECKS',
    answered: { by: 'doctor, workflow files', with: check },
    attacked: () => examined('planted'),
    untouched: () => examined('clean'),
  };
}
