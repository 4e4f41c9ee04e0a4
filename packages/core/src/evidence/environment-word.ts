import { lintRecord } from './lint/lint-record.ts';
import { isShortWord } from './words.ts';

/**
 * The name of an environment as records write it, or null where no record takes it: free text, and what looks like a secret, could hold
 * what may never enter a ledger. GitHub tells `Production` and `production` not apart, and neither may an auditor who asks for one of
 * them: it is written in lower case.
 */
export function environmentWord(name: string): string | null {
  const environment = name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()); // ASCII alone: the Kelvin sign is no k
  return isShortWord(environment) && lintRecord({ environment }).length === 0 ? environment : null;
}
