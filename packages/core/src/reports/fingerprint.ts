import { sha256, type Sha256 } from '../canonical/digest.ts';

/** What makes a finding the same finding tomorrow. */
export interface Identity {
  readonly tool: string;
  readonly rule: string;
  readonly file: string;
  /** What distinguishes it inside the file: a tool's own fingerprint, the code itself, or (last resort) the position. */
  readonly by: 'fingerprint' | 'snippet' | 'position' | 'message';
  readonly value: readonly string[];
}

/**
 * SHA-256 over a JSON list of texts, so that neither the order of results nor that of JSON keys matters. Look-alikes in one report
 * still have the same one: `number-look-alikes.ts`.
 */
export function fingerprintOf({ tool, rule, file, by, value }: Identity): Sha256 {
  return sha256(JSON.stringify(['proofrail.finding/v1', tool, rule, file, by, ...value]));
}
