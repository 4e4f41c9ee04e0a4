import type { EnvironmentFacts, Fact, FactsDocument } from '@proofrail/core/context';
import type { BranchRule } from '../change/branch-rules.ts';
import type { ChangeHead } from '../change/change-head.ts';
import type { ContextNode } from '../change/checks.ts';
import type { ChangedFile } from '../change/files.ts';
import type { OwnRun } from '../change/own-run.ts';
import type { Pushes } from '../change/pushes.ts';
import type { Demands } from '../demands.ts';
import type { DeliveredReport, Scans } from '../scans/scan-reports.ts';
import type { Connections } from './connections.ts';
import type { PolicySource } from './policy-source.ts';
import type { SecondReading } from './second-look.ts';
import type { Pending } from './wait-for-producers.ts';

/** Everything that was read of a change, once, before it is told as facts. */
export interface ChangeReading {
  readonly head: ChangeHead;
  /** What checks and scans have to be about. */
  readonly checked: string;
  readonly rules: Fact<readonly BranchRule[]>;
  readonly policy: PolicySource;
  readonly demands: Demands;
  readonly ownRun: Fact<OwnRun>;
  readonly contexts: Fact<readonly ContextNode[]>;
  readonly pending: Pending;
  readonly connections: Connections;
  readonly pushes: Pushes;
  readonly instigators: Fact<readonly FactsDocument['accounts'][number][]>;
  readonly files: Fact<readonly ChangedFile[]>;
  readonly scans: Scans;
  readonly analyses: readonly DeliveredReport[];
  readonly environment: GuardedEnvironment | null;
  readonly again: SecondReading;
}

export interface GuardedEnvironment {
  readonly facts: EnvironmentFacts;
  readonly accounts: readonly FactsDocument['accounts'][number][];
}
