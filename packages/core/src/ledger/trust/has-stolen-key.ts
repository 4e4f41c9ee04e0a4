import type { TrustFile } from './trust-file.ts';

/** Whether what is sealed matters to whose records count: only seals show that one is older than the theft of its key. */
export const hasStolenKey = ({ record_keys: keys }: TrustFile): boolean => keys.some((key) => key.compromised_from !== undefined);
