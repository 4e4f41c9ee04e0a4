import * as v from 'valibot';
import { epochSeconds, platformId, sha256Text } from '../facts/words.ts';
import { utcTime } from './utc-time.ts';

const words = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/\S/, 'a text that says something'));
const exceptionId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'an id: lower-case letters, digits, hyphens'));
const ruleId = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/, 'one exact rule id such as scans.threshold, without a wildcard'),
);
const plainPath = v.pipe(
  v.string(),
  v.maxLength(4096),
  v.regex(/^(?!\/|.*(^|\/)\.{1,2}(\/|$))[^*?\\\p{Cc}]+$/u, 'one exact path from the root of the repository, without a wildcard'),
);
const ticket = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^(#[1-9]\d*|[A-Z][A-Z0-9_]*-[1-9]\d*|https:\/\/\S+)$/, 'a ticket such as SEC-12, #12 or an https URL'),
);

/** What an exception excuses: one class of subject, named exactly. `whole-rule` excuses a failed rule of one change. */
const subject = v.union([
  v.strictObject({ finding: sha256Text }),
  v.strictObject({ digest: sha256Text }),
  v.strictObject({ path: plainPath }),
  v.literal('whole-rule'),
]);

const entriesWith = <T extends v.GenericSchema<never, number> | v.GenericSchema<string, number> | v.GenericSchema<number>>(
  time: T,
) => ({
  id: exceptionId,
  rule: ruleId,
  scope: v.strictObject({ repository: platformId, environment: v.nullish(words(255), null), subject }),
  /** Who carries the risk. People are numeric ids of the platform: names and addresses change hands. */
  owner: platformId,
  requested_by: platformId,
  approved_by: platformId,
  reason: words(2000),
  compensating_control: v.strictObject({ description: words(2000), evidence: v.nullish(words(2000), null) }),
  risk: v.picklist(['critical', 'high', 'medium', 'low']),
  ticket,
  /** In force from the first second of `not_before` until the last second before `expires`. */
  not_before: time,
  expires: time,
  /** The id of the exception that this one prolongs. */
  renewal_of: v.nullish(exceptionId, null),
  review_due: v.nullish(time, null),
});

/** One file of `.proofrail/exceptions/`, as written (policy.md 5). A day means its first second, UTC. */
export const exceptionFile = v.strictObject(entriesWith(utcTime));

/** The same with times in epoch seconds: what `parseException` gives and what `exceptionState` checks again. */
export const exceptionShape = v.strictObject(entriesWith(epochSeconds));

export type Exception = v.InferOutput<typeof exceptionShape>;
