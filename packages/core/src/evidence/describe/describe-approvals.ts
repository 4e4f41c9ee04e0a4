import type { Sha256 } from '../../canonical/digest.ts';
import type { InputDocument } from '../../context/index.ts';
import { countedApprovals } from '../../context/approvals.ts';
import type { Actors } from '../actors.ts';
import type { Details } from '../evidence-record.ts';
import { timestampOf } from '../timestamp-of.ts';

/** The own fields of a `change.approval` record: every review, and whether it counted. Null where reviews could not be read. */
export function describeApprovals(document: InputDocument, actors: Actors): Details<'change.approval'> | null {
  if (!document.reviews.known) return null;
  const counted = countedApprovals(document.approvals.effective, document);
  const { minimum, roles } = document.requirements.approvals;
  return {
    ticket: null,
    approvals: document.reviews.value.items.flatMap(({ person, state, submitted_at, commit }) => {
      const id = actors.get(person);
      if (id === undefined) return [];
      const isCounted =
        state === 'approved' && counted.some((each) => each.person === person && each.submitted_at === submitted_at);
      const held = document.people[person]?.roles ?? [];
      return [{ id, roles: held, state, at: timestampOf(submitted_at * 1000), commit, counted: isCounted }];
    }),
    required: { minimum, roles: roles.items },
    rules_in_force_digest: document.configuration.controls as Sha256,
  };
}
