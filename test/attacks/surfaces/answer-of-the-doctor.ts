import { examineWorkflows, SURROUNDINGS_UNSEEN } from '@proofrail/core/workflows';
import type { Answer } from '../attack.ts';

/** What the doctor says of workflow files, each by its name. */
export function answerOfTheDoctor(
  workflows: Readonly<Record<string, string>>,
  required: readonly string[] | null = null,
): Promise<Answer> {
  const files = Object.entries(workflows).map(([file, text]) => ({ file, text }));
  const examined = examineWorkflows(files, { ...SURROUNDINGS_UNSEEN, required });
  if (examined.workflows.length === 0) throw new Error('nothing was examined');
  const { findings } = examined;
  return Promise.resolve({ outcome: findings.length === 0 ? 'allow' : 'deny', says: findings.map(({ code }) => code) });
}
