import type { Soon } from '../../../concurrency/soon.ts';

/** Reads, hashes and parses; checks what that gave, above all its signature. */
export interface Inspection<T, Opened, Answer> {
  open(target: T): Soon<Opened>;
  judge(opened: Opened, target: T): Soon<Answer>;
}
