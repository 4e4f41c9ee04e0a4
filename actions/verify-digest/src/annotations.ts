import type { Annotation } from '@proofrail/runner';
import type { Result } from './run.ts';

/** One error beside each line that must not be deployed. */
export function annotations({ images }: Result): Annotation[] {
  return images.flatMap(({ answer, reference, file, line }): Annotation[] => {
    if (answer.outcome === 'allow') return [];
    const place = file === null || line === null ? {} : { file, line };
    return [{ kind: 'error', title: answer.code, message: `${reference}: ${answer.reason}`, ...place }];
  });
}
