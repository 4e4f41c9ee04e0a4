import type { RecordDraft } from '../evidence/create-record.ts';
import { timestampOf } from '../evidence/timestamp-of.ts';
import { countedApprovals } from '../context/approvals.ts';
import type { Actor } from './actors.ts';
import { controlReferences } from './control-references.ts';
import type { Judgement } from './judge-change.ts';
import { originOf, type Product } from './origin.ts';

type Review = Extract<Judgement['document']['reviews'], { known: true }>['value']['items'][number];

/** Who said what about the change, and whose approval counted. Null where reviews could not be read: there is nothing to attest. */
export function approvalEvidence(
  judgement: Judgement,
  actors: ReadonlyMap<string, Actor>,
  product: Product,
): RecordDraft<'change.approval'> | null {
  const { document, facts, source } = judgement;
  if (!document.reviews.known) return null;
  const approvals = document.reviews.value.items.map((review) => approval(review, judgement, actors));
  const counted = approvals.filter(({ counted }) => counted);
  return {
    kind: 'change.approval',
    subject: { commit: document.change.head.commit },
    evidence: {
      ...originOf(facts, source, product, counted.length >= document.requirements.approvals.minimum ? 'pass' : 'fail'),
      control_refs: controlReferences(judgement, (rule) => rule.startsWith('approvals.')),
      approver_ids: counted.map(({ id }) => id),
      approved_commit: counted.length > 0 ? document.change.head.commit : null,
      approved_at:
        counted
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? null,
    },
    details: {
      ticket: null,
      approvals,
      required: { minimum: document.requirements.approvals.minimum, roles: document.requirements.approvals.roles.items },
      rules_in_force_digest: judgement.configuration.digests.controls,
    },
  };
}

function approval(review: Review, { document }: Judgement, actors: ReadonlyMap<string, Actor>) {
  const { person, state, commit, submitted_at } = review;
  const counted = countedApprovals(document.approvals.effective, document);
  return {
    id: actorOf(person, actors),
    roles: document.people[person]?.roles ?? [],
    state,
    at: timestampOf(submitted_at * 1000),
    commit,
    counted:
      state === 'approved' && counted.some((approval) => approval.person === person && approval.submitted_at === submitted_at),
  };
}

function actorOf(label: string, actors: ReadonlyMap<string, Actor>): Actor {
  const actor = actors.get(label);
  if (actor === undefined) throw new TypeError(`no actor for ${label}`);
  return actor;
}
