import { Failure } from '../../outcomes/failure.ts';
import { parseImageReference } from './parse-image-reference.ts';

const NO_REFERENCE = 'not an image reference';

/** What a text that is no image reference lacks, for people: one capital letter is not easily seen. */
export function whyMalformed(text: string): string {
  try {
    parseImageReference(text);
    return NO_REFERENCE;
  } catch (error) {
    if (error instanceof Failure) return `${NO_REFERENCE}: expected ${error.expected}`;
    throw error;
  }
}
