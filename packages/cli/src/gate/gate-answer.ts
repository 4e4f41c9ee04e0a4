import type { Retention } from '@proofrail/core/controls';
import type { Judgement } from '@proofrail/core/gate';
import type { Manifest } from '@proofrail/core/policy';
import type { Recorded } from '../evidence/recorded.ts';

export interface GateAnswer {
  readonly judgement: Judgement;
  readonly manifest: Manifest;
  /** Null: `--ledger none`. */
  readonly recorded: Recorded | null;
  /** Null where nothing was recorded. */
  readonly retention: Retention | null;
}
