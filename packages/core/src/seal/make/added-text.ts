import { counted } from '../../text/counted.ts';
import type { Sealed } from './seal-ledger.ts';

/** What a seal added and how long its log is by now, in the same words on a terminal and on the page of a job. */
export const addedText = ({ records, checkpoint }: Pick<Sealed, 'records' | 'checkpoint'>): string =>
  `${counted(records, 'new record')}, ${counted(checkpoint.size, 'entry', 'entries')} in all`;
