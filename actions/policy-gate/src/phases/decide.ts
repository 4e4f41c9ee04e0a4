import { hexOf, sha256 } from '@proofrail/core/canonical';
import {
  decideChanges,
  formatDecisionBundle,
  outcomeOfVerdicts,
  type DecisionBundle,
  type UnjudgedChange,
} from '@proofrail/core/gate';
import type { Clock } from '@proofrail/core/ports';
import type { Policy } from '@proofrail/core/policy';
import type { Collection } from '../facts/collect.ts';
import type { Gated } from '../run.ts';

export interface HandedOnFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DecidingDependencies {
  readonly clock: Clock;
  readonly policy: Policy;
  collect(): Promise<Collection>;
  /** Keeps files as an artifact of the run, and gives back its id. */
  handOn(files: readonly HandedOnFile[]): Promise<string>;
}

export interface Decided extends Gated {
  readonly artifact: string;
  readonly digest: string;
}

/** Reads, decides and hands on; the job that records decides again from the same bytes, and refuses if the two disagree. */
export async function decide({ clock, policy, collect, handOn }: DecidingDependencies): Promise<Decided> {
  const { changes, missing } = await collect();
  const { decided, ...made } = decideChanges(changes, policy, Math.floor(clock.now() / 1000));
  const bundle = made.bundle();
  const bytes = formatDecisionBundle(bundle);
  const artifact = await handOn([{ name: 'decision.json', bytes }, ...reportsOf(changes), ...answersOf(changes, bundle)]);
  return {
    outcome: outcomeOfVerdicts(decided),
    changes: decided.map(({ verdict }) => ({ verdict, written: null })),
    recording: 'in-another-job',
    missing,
    manifest: policy.manifest,
    artifact,
    digest: sha256(bytes),
  };
}

/** Each once, under its digest. */
function reportsOf(changes: readonly UnjudgedChange[]): HandedOnFile[] {
  const reports = changes.flatMap((change) => change.reports.map((bytes) => [hexOf(sha256(bytes)), bytes] as const));
  return [...new Map(reports)].map(([name, bytes]) => ({ name, bytes }));
}

/** What GitHub said, for the job that knows where originals go. */
function answersOf(changes: readonly UnjudgedChange[], bundle: DecisionBundle): HandedOnFile[] {
  return changes.flatMap(({ answers }, index) => {
    const [digest, bytes] = [bundle.changes[index]?.answers.document ?? null, answers.document()];
    return digest === null || bytes === null ? [] : [{ name: hexOf(digest), bytes }];
  });
}
