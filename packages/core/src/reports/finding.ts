import type { Sha256 } from '../canonical/digest.ts';
import type { Severity } from '../facts/words.ts';

/** One weakness at one place, whatever scanner saw it. Every text comes from the scanner or the scanned code: untrusted. */
export interface Finding {
  readonly tool: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  /** Names the weakness over time, so that an exception can point at it: see `fingerprint.ts` and `number-look-alikes.ts`. */
  readonly fingerprint: Sha256;
  /** What the scanner's own output claims. It still counts as open: only our exceptions waive (policy.md 5). */
  readonly suppressed: boolean;
  readonly location: Location | null;
  readonly tags: readonly string[];
}

/** `file`: relative to the scanned root with `/` where the report allows it, else an absolute path or URL. Lines and columns from 1. */
export interface Location {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}
