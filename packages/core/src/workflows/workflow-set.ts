import type { Workflow } from './workflow.ts';

/** All workflow files of one commit, and what is known of the repository around them. */
export interface WorkflowSet {
  readonly workflows: readonly Workflow[];
  /** Names of the required checks; null where nobody could see them. Jobs that run the gate count as required either way. */
  readonly required: readonly string[] | null;
  /** Whether the protected branch merges through a queue; null where nobody could see it. */
  readonly mergeQueue: boolean | null;
  /** Days for which GitHub keeps an artifact at most, whatever `retention-days` says. */
  readonly longestRetention: number;
}

/** Where there are files and nobody asked GitHub. */
export const SURROUNDINGS_UNSEEN: Omit<WorkflowSet, 'workflows'> = {
  required: null,
  mergeQueue: null,
  longestRetention: 400, // private repositories; public ones 90 (gate.md 1.5)
};
