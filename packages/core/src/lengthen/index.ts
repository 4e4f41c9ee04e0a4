export type { LengthenedKind } from './kind-tally.ts';
export { lengthenLocks, type Lengthened, type LocksToLengthen } from './lengthen-locks.ts';
