export { lengthenLocks, type Lengthened, type LengthenedKind, type LocksToLengthen } from './lengthen-locks.ts';
