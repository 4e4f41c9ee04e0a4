import * as v from 'valibot';
import { count, factInFiles, factOf, listOf, namedFactOf } from '../facts/fact.ts';
import { EXCEPTION_STATES } from '../exceptions/exception-state.ts';
import { requirements } from '../controls/registry/requirements.ts';
import { touches } from './touches.ts';
import {
  accountKind,
  changeKind,
  checkConclusion,
  commitId,
  epochSeconds,
  opinion,
  platformId,
  reviewState,
  scanClass,
  severity,
  sha256Text,
  text,
} from '../facts/words.ts';

/** A person inside one decision, numbered by first appearance. Who that is stays outside the digest (design §3). */
const personLabel = v.pipe(v.string(), v.regex(/^person-[1-9][0-9]{0,5}$/, 'a label such as person-1'));

/**
 * The one document that policies see. JSON Schema (`policies/schemas/input.v1.json`), TypeScript type and validator all come from
 * here. Every list carries its `total`; every fact that can be unknown says so.
 */
export const inputDocument = v.strictObject({
  schema: v.literal('proofrail.input/v1'),
  evaluated_at: epochSeconds,
  /** `given`: the facts came from a file that somebody handed over, not from a live reading (design §3). */
  facts: v.picklist(['read', 'given']),
  configuration: v.strictObject({ controls: sha256Text, roles: sha256Text, exceptions: sha256Text }),
  repository: v.strictObject({ id: platformId }),
  change: v.strictObject({
    kind: changeKind,
    number: v.nullable(count),
    head: v.strictObject({ commit: commitId, branch: text(1024), repository_id: platformId }),
    base: v.strictObject({ commit: commitId, branch: text(1024) }),
    /** Checks and scans are compared with this, reviews with the head. */
    checked: commitId,
    landed: v.nullable(commitId),
    merge_queue: factOf(v.boolean()),
    touches: factOf(touches),
    last_push: factOf(v.strictObject({ at: epochSeconds, person: personLabel })),
  }),
  people: v.record(personLabel, v.strictObject({ kind: accountKind, roles: v.array(text(100)) })),
  contributors: factOf(v.strictObject({ people: v.array(personLabel), unidentified: count, total: count })),
  reviews: factOf(
    listOf(
      v.strictObject({
        person: personLabel,
        state: reviewState,
        commit: v.nullable(commitId),
        submitted_at: epochSeconds,
        can_push: v.boolean(),
        dismissed_by: v.nullable(personLabel),
        /** Of a dismissed review; null for any other, and where nobody knows. */
        previous_state: v.nullable(opinion),
      }),
    ),
  ),
  approvals: v.strictObject({
    /** Approvals that count: by a human who may push, has no hand in the change, on the head commit, after the last push. */
    count,
    /** Roles held by those approvers. Both are for customers' own Rego; our rules derive them again. */
    roles: v.array(text(100)),
    /** The newest opinion of each person where it is an approval, whether or not it counts. */
    effective: v.array(
      v.strictObject({ person: personLabel, commit: v.nullable(commitId), submitted_at: epochSeconds, can_push: v.boolean() }),
    ),
    total: count,
  }),
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
  scans: namedFactOf(
    listOf(
      v.strictObject({
        scanner: text(100),
        class: scanClass,
        commit: commitId,
        completed_at: epochSeconds,
        producer: v.picklist(['verified', 'unverified']),
        /** What the report itself says. An empty, crashed or rule-less run is unknown, never clean. */
        result: factOf(
          v.strictObject({
            rules: count,
            findings: count,
            /** `word`: the report lists no rules, and the registry takes this tool's word that it ended well. */
            basis: v.picklist(['rules', 'word']),
          }),
        ),
      }),
    ),
  ),
  findings: listOf(
    v.strictObject({
      scanner: text(100),
      class: scanClass,
      rule: text(1024),
      severity,
      fingerprint: sha256Text,
      /** `suppressed` in the scanner's own output still counts as open: only our exceptions waive (policy.md 5). */
      state: v.picklist(['open', 'suppressed', 'waived']),
      exception: v.nullable(text(100)),
      assigned: v.nullable(v.strictObject({ owner: personLabel, due: epochSeconds })),
    }),
  ),
  images: factInFiles(listOf(v.strictObject({ reference: text(4096), file: text(4096), line: count }))),
  exceptions: listOf(
    v.strictObject({
      id: text(100),
      rule: text(100),
      /** `finding`: it excuses the findings that name it and nothing else. `rule`: it excuses one failed rule of this change. */
      scope: v.picklist(['rule', 'finding']),
      state: v.picklist(EXCEPTION_STATES),
      problems: v.array(text(200)),
      severity,
      owner: v.nullable(personLabel),
      requested_by: v.nullable(personLabel),
      approved_by: v.nullable(personLabel),
      not_before: v.nullable(epochSeconds),
      expires: v.nullable(epochSeconds),
    }),
  ),
  requirements,
});

export type InputDocument = v.InferOutput<typeof inputDocument>;
