import * as v from 'valibot';
import { count, factOf, listOf } from '../facts/fact.ts';
import { gateCheck } from './gate-check.ts';
import { platformId, text, timestamp } from '../facts/words.ts';

/** What protects an environment, who let this run into it, and what the gate said of the commit before. */
export const environmentFacts = v.strictObject({
  name: text(255),
  required_reviewers: factOf(count),
  prevent_self_review: factOf(v.boolean()),
  admins_bypass: factOf(v.boolean()),
  wait_minutes: factOf(count),
  branches: factOf(v.picklist(['protected', 'custom', 'all'])),
  approvals: factOf(
    listOf(
      v.strictObject({
        person: platformId,
        state: v.picklist(['approved', 'rejected']),
        /** GitHub gives no time of an approval: these two are when the job was made and when it started. */
        not_before: timestamp,
        not_after: timestamp,
      }),
    ),
  ),
  decision: factOf(gateCheck),
  deployer: factOf(platformId),
  triggered_by: factOf(platformId),
});

export type EnvironmentFacts = v.InferOutput<typeof environmentFacts>;
