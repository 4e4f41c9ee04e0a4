import type { Annotation } from '@proofrail/runner';
import { explain } from './explain.ts';
import type { Result } from './run.ts';

/** One error beside each line that must not be deployed. */
export function annotations({ images }: Result): Annotation[] {
  return images
    .filter(({ answer }) => answer.kind !== 'allowed')
    .map((image) => {
      const { code, why, doThis } = explain(image);
      const message = `${image.reference}: ${why}. ${doThis ?? ''}`;
      return {
        kind: 'error',
        title: code,
        message,
        ...(image.file === null || image.line === null ? {} : { file: image.file, line: image.line }),
      };
    });
}
