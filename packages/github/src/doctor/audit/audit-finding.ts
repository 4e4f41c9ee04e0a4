import { unseen, type Unseen } from '../sight.ts';
import type { Sights } from '../sights.ts';

/** One of the six findings that auditors of pipelines write most often. */
export interface AuditFinding {
  readonly id: string;
  /** The sentence as it stands in an audit report. */
  readonly title: string;
  readonly doThis: string;
  examine(sights: Sights): AuditVerdict;
}

/** `why` holds names from the repository: escape before showing. */
export type AuditVerdict =
  | { readonly verdict: 'found'; readonly why: string }
  | { readonly verdict: 'not found'; readonly why: string }
  | { readonly verdict: 'not visible'; readonly why: string; readonly unseen: Unseen };

export const found = (why: string): AuditVerdict => ({ verdict: 'found', why });
export const notFound = (why: string): AuditVerdict => ({ verdict: 'not found', why });
export const notVisible = (why: string, hidden: Unseen): AuditVerdict => ({ verdict: 'not visible', why, unseen: hidden });
/** No setting or text says it: somebody has to look elsewhere. */
export const nothingSays = (why: string, needs: string): AuditVerdict => notVisible(why, unseen('absent', needs));
