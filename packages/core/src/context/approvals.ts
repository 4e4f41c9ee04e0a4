import type { InputDocument } from './input-document.ts';

type Review = Extract<InputDocument['reviews'], { known: true }>['value']['items'][number];
type Approvals = InputDocument['approvals'];
type Subject = Pick<InputDocument, 'change' | 'people' | 'contributors' | 'reviews'>;

// The rules derive all of this again from the reviews and compare (`integrity.evidence`): here it is for customers' own policies.

/** The approvals in effect, and how many of them count. */
export function deriveApprovals(subject: Subject): Approvals {
  const effective = subject.reviews.known ? effectiveApprovals(subject.reviews.value.items) : [];
  const counted = [...new Set(countedApprovals(effective, subject).map(({ person }) => person))];
  const roles = new Set(counted.flatMap((person) => subject.people[person]?.roles ?? []));
  return { count: counted.length, roles: [...roles].sort(), effective, total: effective.length };
}

/** The newest opinion of each person where it is an approval. Whoever said two things in one second has not approved. */
function effectiveApprovals(reviews: readonly Review[]): Approvals['effective'] {
  const opinions = reviews.filter(({ state }) => state === 'approved' || state === 'changes_requested' || state === 'dismissed');
  const newestAt = new Map<string, number>();
  for (const { person, submitted_at } of opinions) newestAt.set(person, Math.max(submitted_at, newestAt.get(person) ?? 0));
  const newest = opinions.filter(({ person, submitted_at }) => submitted_at === newestAt.get(person));
  const heldBack = new Set(newest.filter(({ state }) => state !== 'approved').map(({ person }) => person));
  const approvals = newest.filter(({ person }) => !heldBack.has(person));
  return distinct(approvals.map(({ person, commit, submitted_at, can_push }) => ({ person, commit, submitted_at, can_push })));
}

function distinct(approvals: Approvals['effective']): Approvals['effective'] {
  const byText = new Map(approvals.map((approval) => [JSON.stringify(approval), approval]));
  return [...byText.values()];
}

/** Those of the approvals in effect that satisfy a quorum. */
export function countedApprovals(effective: Approvals['effective'], subject: Omit<Subject, 'reviews'>): Approvals['effective'] {
  return effective.filter((approval) => counts(approval, subject));
}

/** By a human who may push and has no hand in the change, on the head commit, submitted after the second of the last push. */
function counts(approval: Approvals['effective'][number], { change, people, contributors }: Omit<Subject, 'reviews'>): boolean {
  if (!change.last_push.known || !contributors.known || contributors.value.people.length === 0) return false;
  return (
    people[approval.person]?.kind === 'human' &&
    approval.can_push &&
    !contributors.value.people.includes(approval.person) &&
    approval.commit === change.head.commit &&
    approval.submitted_at > change.last_push.value.at
  );
}
