import * as v from 'valibot';
import { environmentFacts } from './environment-facts.ts';
import { count, factInFiles, factOf, listOf, namedFactOf } from '../facts/fact.ts';
import {
  accountKind,
  changeKind,
  checkConclusion,
  commitId,
  opinion,
  platformId,
  reviewState,
  sha256Text,
  text,
  timestamp,
} from '../facts/words.ts';

/**
 * What a collector read about one change, with the platform's numeric ids. It is the input of the gate, not yet of a policy:
 * `inputDocument` replaces people by labels. Published as `policies/schemas/facts.v1.json`.
 */
export const factsDocument = v.strictObject({
  schema: v.literal('proofrail.facts/v1'),
  read_at: timestamp,
  platform: v.literal('github'),
  repository: v.strictObject({ id: platformId, name: text(200) }),
  run: v.strictObject({ id: platformId, attempt: count, event: text(64), workflow: text(1024) }),
  change: v.strictObject({
    kind: changeKind,
    number: v.nullable(count),
    head: v.strictObject({ commit: commitId, branch: text(1024), repository_id: platformId }),
    base: v.strictObject({ commit: commitId, branch: text(1024) }),
    /** What checks and scans have to be about: the head of a pull request or of a merge group; of a push, the head that was merged. */
    checked: commitId,
    /** The commit on the protected branch that this change is, or becomes when the merge group lands; null for a pull request. */
    landed: v.nullable(commitId),
    /** Whether the protected branch merges through a queue. */
    merge_queue: factOf(v.boolean()),
    last_push: factOf(v.strictObject({ at: timestamp, person: platformId })),
  }),
  accounts: v.array(v.strictObject({ id: platformId, kind: accountKind })),
  /** Everybody whose hand is in the change: opener, authors, committers, co-authors, pushers, who triggered a bot (APR-03); `total` has the unidentified, too. */
  contributors: factOf(v.strictObject({ people: v.array(platformId), unidentified: count, total: count })),
  reviews: factOf(
    listOf(
      v.strictObject({
        person: platformId,
        state: reviewState,
        commit: v.nullable(commitId),
        submitted_at: timestamp,
        can_push: v.boolean(),
        dismissed_by: v.nullable(platformId),
        /** What a dismissed review had said; null for any other, and where nobody knows. */
        previous_state: v.optional(v.nullable(opinion), null),
      }),
    ),
  ),
  checks: namedFactOf(
    listOf(
      v.strictObject({
        name: text(1024),
        app_id: platformId,
        workflow: v.nullable(text(1024)),
        commit: commitId,
        conclusion: checkConclusion,
        attempt: count,
      }),
    ),
  ),
  /** Which scan reports were delivered for the judged commit, by digest; the bytes are handed over beside this document. */
  scans: namedFactOf(
    listOf(
      v.strictObject({
        scanner: text(100),
        report: sha256Text,
        commit: commitId,
        completed_at: timestamp,
        producer: v.picklist(['verified', 'unverified']),
      }),
    ),
  ),
  /** Every image reference in the change's deployment manifests, as written. */
  images: factInFiles(listOf(v.strictObject({ reference: text(4096), file: text(4096), line: count }))),
  /** Every path that the change touches; `previous` where a file was renamed, because it left that path. */
  files: factOf(listOf(v.strictObject({ path: text(4096), previous: v.nullable(text(4096)) }))),
  /**
   * Review threads; `security`: those that a label or a word of the registry marks so. `openings`: what each was opened with, as much of
   * it as may be kept for good; none in a document from before the member.
   */
  threads: factOf(
    v.strictObject({
      total: count,
      resolved: count,
      security: count,
      openings: v.optional(v.array(v.strictObject({ sha256: sha256Text, length: count })), []),
    }),
  ),
  /** What the change says it is for: closing references, and what matches the registry's pattern. */
  tickets: factOf(listOf(v.strictObject({ reference: text(1024) }))),
  /** The environment of the job that read this; null in a job without one. */
  environment: v.nullable(environmentFacts),
});

export type FactsDocument = v.InferOutput<typeof factsDocument>;
