import * as v from 'valibot';
import { count, UNKNOWN_REASONS } from '../../facts/fact.ts';
import { commitId } from '../../facts/words.ts';
import { digest } from '../words.ts';
import { defineKind } from './kind.ts';

/** What one scanner said about one commit. The report itself is an attachment, named by digest. */
export const scanResult = defineKind('scan.result', {
  target: v.strictObject({ commit: commitId }),
  report: digest,
  producer: v.picklist(['verified', 'unverified']),
  /** A scan that crashed or loaded no rules is unknown, never clean. */
  result: v.union([
    v.strictObject({ known: v.literal(true), rules: count, findings: count, basis: v.picklist(['rules', 'word']) }),
    v.strictObject({ known: v.literal(false), why: v.picklist(UNKNOWN_REASONS) }),
  ]),
  counts: v.strictObject({ critical: count, high: count, medium: count, low: count, none: count, unknown: count }),
  /** Suppressed by the scanner's own means: counted above all the same. */
  suppressed: count,
  waived: count,
});
