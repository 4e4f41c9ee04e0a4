import type { Approval } from '../report-model.ts';
import type { ChangeEntry } from './changes.ts';
import { isKind } from './placed-record.ts';

/** Every review that the evidence of the shown changes holds, oldest first. */
export function approvalsOf(changes: readonly ChangeEntry[]): Approval[] {
  const rows = changes.flatMap(({ change, evidence }) =>
    evidence.filter(isKind('change.approval')).flatMap(({ record }) =>
      record.details.approvals.map(({ id, roles, state, at, commit, counted }): Approval => ({
        person: id,
        roles,
        state: `${WORDS[state]}${state === 'approved' && !counted ? ', did not count' : ''}`,
        counted,
        at: Date.parse(at),
        commit,
        change: { title: change.title, anchor: change.anchor },
      })),
    ),
  );
  return rows.sort((a, b) => a.at - b.at);
}

const WORDS = {
  approved: 'approved',
  changes_requested: 'asked for changes',
  commented: 'commented',
  dismissed: 'dismissed',
  pending: 'not submitted',
} as const;
