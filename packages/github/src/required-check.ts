import type { Requirements } from '@proofrail/core/controls';

/** A check by its producer, as the registry names it. */
export type RequiredCheck = Requirements['checks']['required']['items'][number];
