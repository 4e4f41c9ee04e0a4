import type { Requirements } from '@proofrail/core/context';

/** A check by its producer, as the registry names it. */
export type RequiredCheck = Requirements['checks']['required']['items'][number];
