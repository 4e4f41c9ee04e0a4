import * as v from 'valibot';
import { count, factOf } from '../../facts/fact.ts';
import { gateCheck } from '../../context/gate-check.ts';
import { timestamp } from '../../facts/words.ts';
import { actor, shortWord, textDigest } from '../words.ts';

/** The environment of the job that decided: what protects it, who let this run into it, and what the gate said of the commit before. */
export const decisionEnvironment = v.strictObject({
  /** As it is where it is a plain word, else a digest. */
  name: v.union([shortWord, textDigest]),
  required_reviewers: factOf(count),
  prevent_self_review: factOf(v.boolean()),
  admins_bypass: factOf(v.boolean()),
  wait_minutes: factOf(count),
  branches: factOf(v.picklist(['protected', 'custom', 'all'])),
  approvals: factOf(
    v.array(
      v.strictObject({
        id: actor,
        state: v.picklist(['approved', 'rejected']),
        not_before: timestamp,
        not_after: timestamp,
        /** The platform gives no time of an approval: these are when the job was made and when it started. */
        derived: v.literal(true),
      }),
    ),
  ),
  /** The gate's check on the commit, made by the workflow that the registry names in an earlier run. */
  decision: factOf(gateCheck),
  deployer: factOf(actor),
  triggered_by: factOf(actor),
});
