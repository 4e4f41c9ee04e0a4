import { lintRecord } from './lint/lint-record.ts';
import { isShortWord } from './words.ts';

/**
 * The name of an environment as records write it, or null where no record takes it: free text could hold what may never enter a ledger.
 * A word that looks like a secret is one too: the workflow of a change makes environments by naming them, and would keep its own denial off
 * the record. GitHub tells `Production` and `production` not apart, and neither may an auditor who asks for one of them: it is written in lower case.
 */
export function environmentWord(name: string): string | null {
  const word = name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()); // ASCII alone: the Kelvin sign is no k
  return isShortWord(word) && lintRecord(word).length === 0 ? word : null;
}
