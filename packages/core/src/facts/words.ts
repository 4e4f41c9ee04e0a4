import * as v from 'valibot';
import { isSha256, type Sha256 } from '../canonical/digest.ts';

// The vocabulary that facts document and input document share. Each is a claim checked at the border.

/** A number that the platform gave out, as decimal text: 64-bit ids do not survive JSON numbers (RFC 8785, I-JSON). */
export const platformId = v.pipe(v.string(), v.regex(/^(0|[1-9][0-9]{0,19})$/, 'a decimal number as text'));
/** A full object id, SHA-1 or SHA-256; abbreviations name nothing. */
export const commitId = v.pipe(v.string(), v.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, 'a full lower-case commit id'));
export const sha256Text = v.custom<Sha256>(isSha256, 'sha256: and 64 lower-case hex digits');
/** What the platform was asked, in words of ours: a route as its reference has it, or the name of a document. */
export const askedText = v.pipe(
  v.string(),
  v.regex(
    /^(GET (\/[a-z-]+|\/\{[a-z_]+\})+|query [A-Z][A-Za-z]{0,40})$/,
    'a route such as GET /repos/{owner}/{repo}, or query and a name',
  ),
);
export const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
/** RFC 3339 in UTC with milliseconds, the only form that sorts as text (auditor.md 4.1). */
export const timestamp = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'a UTC time such as 2026-11-21T04:00:00.000Z'),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'a time that exists'),
);
/** Rego sees seconds: nanoseconds do not survive a JSON number (policy.md 1.2). */
export const epochSeconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** `push`: judged after it landed. */
export const changeKind = v.picklist(['pull_request', 'merge_group', 'push', 'deployment']);
export const accountKind = v.picklist(['human', 'bot', 'unknown']);
export const reviewState = v.picklist(['approved', 'changes_requested', 'commented', 'dismissed', 'pending']);
/** What a review may have said before it was dismissed. */
export const opinion = v.picklist(['approved', 'changes_requested', 'commented']);
export const checkConclusion = v.picklist([
  'success',
  'failure',
  'neutral',
  'cancelled',
  'skipped',
  'timed_out',
  'action_required',
  'stale',
  'startup_failure',
  'queued',
  'in_progress',
]);
export const SCAN_CLASSES = ['sast', 'dependency', 'secrets', 'iac', 'container', 'dast'] as const;
export const scanClass = v.picklist(SCAN_CLASSES);
export type ScanClass = (typeof SCAN_CLASSES)[number];
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'none', 'unknown'] as const;
export const severity = v.picklist(SEVERITIES);
export type Severity = (typeof SEVERITIES)[number];
