import { setSecret } from '@actions/core';

/**
 * From here on the runner shows `***` for the text, and for each of its lines: a key in PEM leaks line by line. The lines around it say
 * only that it is one.
 */
export function maskSecret(secret: string): void {
  for (const text of new Set([secret, ...secret.split(/[\r\n]+/)])) {
    if (text.trim() !== '' && !/^-----[A-Z ]+-----$/.test(text)) setSecret(text);
  }
}
