import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileFailure } from '@proofrail/machine';

/** Everything in a folder, in the order of names; what is no file is refused when it is read. ConfigurationError `file/absent` */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => path.join(folder, name));
  } catch (cause) {
    throw fileFailure(folder, cause);
  }
}
