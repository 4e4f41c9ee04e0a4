import { Failure } from '@proofrail/core/outcomes';
import { readKeyValueFile } from '@proofrail/testkit';
import { writeOutputs } from '../../../packages/runner/src/outputs/write-outputs.ts';
import { withCommandFile } from '../../../packages/runner/test/with-command-file.ts';
import type { Answer } from '../attack.ts';

/** A step hands on its denial and somebody's text; allowed is what later steps read as it was written. */
export async function answerOfTheOutputs(text: string): Promise<Answer> {
  const written = { outcome: 'deny', image: text };
  try {
    const file = await withCommandFile('OUTPUT', () => writeOutputs(written));
    const read = JSON.stringify(readKeyValueFile(file.toString('utf8')));
    return { outcome: read === JSON.stringify(written) ? 'allow' : 'deny', says: [] };
  } catch (error) {
    if (error instanceof Failure) return { outcome: 'deny', says: [error.code] };
    throw error;
  }
}
