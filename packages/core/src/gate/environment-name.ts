import { isShortWord } from '../evidence/words.ts';

/** A record takes plain words alone: free text could hold what may never enter a ledger. */
export const isEnvironmentName = (text: string): boolean => isShortWord(text);
