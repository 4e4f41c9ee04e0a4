import { UNKNOWN_REASONS } from '../../facts/fact.ts';
import { FILE_PROBLEMS } from '../../facts/unreadable-file.ts';
import { EXCEPTION_STATES } from '../../exceptions/exception-state.ts';
import { SCAN_CLASSES, SEVERITIES } from '../../facts/words.ts';
import { EXCEPTION_PROBLEMS } from '../../exceptions/find-problems.ts';
import type { Reason } from '../../policy/rule-answer.ts';
import type { Details } from '../evidence-record.ts';
import { textDigest } from '../../canonical/text-digest.ts';

type Written = Details<'policy.decision'>['rules'][number]['reasons'][number]['params'];

/** Words of ours. Whether a text looks like one of ours is not enough: a branch may be called `john-smith`. */
const OURS: ReadonlySet<string> = new Set([
  ...SEVERITIES,
  ...SCAN_CLASSES,
  ...UNKNOWN_REASONS,
  ...FILE_PROBLEMS,
  ...EXCEPTION_STATES,
  ...EXCEPTION_PROBLEMS,
  ...['approved', 'changes_requested', 'commented', 'dismissed'],
  ...['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', 'action_required', 'stale', 'startup_failure'],
  ...['queued', 'in_progress', 'verified', 'unverified', 'unlimited'],
]);
const LABEL = /^person-[1-9][0-9]{0,5}$/;

/** The values of a reason as a record may hold them. `known`: role names and exception ids of the configuration. */
export function reasonParams({ code, params }: Reason, known: ReadonlySet<string>): Written {
  const entries = Object.entries(params).map(([name, value]) => {
    // The host alone gives these reasons, with a pointer into the input document or a code of ours (`host-reasons.ts`).
    const isPointer = ['unknown', 'unreadable-file'].includes(code) && name === 'fact';
    const isErrorCode = code === 'faulted' && name === 'error';
    const isOurs =
      typeof value === 'number' || OURS.has(value) || known.has(value) || LABEL.test(value) || isPointer || isErrorCode;
    return [name, isOurs ? value : textDigest(value)] as const;
  });
  return Object.fromEntries(entries);
}
