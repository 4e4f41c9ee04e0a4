import type { KindKeptLonger } from '@proofrail/core/controls';

/** As core takes what is asked of some kinds of evidence. */
export const daysByKind = (kinds: readonly KindKeptLonger[]): Readonly<Record<string, number>> =>
  Object.fromEntries(kinds.map(({ kind, days }) => [kind, days]));
