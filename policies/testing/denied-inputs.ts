import type { InputDocument } from '@proofrail/core/context';
import { ALLOWED_INPUTS } from './allowed-inputs.ts';

type Draft = { -readonly [Key in keyof InputDocument]: InputDocument[Key] };

export interface DeniedInput {
  /** The rule that has to fail; others may fail too. */
  readonly rule: string;
  readonly input: InputDocument;
}

const { pull_request: ALLOWED, mending: MENDING } = ALLOWED_INPUTS as { pull_request: InputDocument; mending: InputDocument };
const OLDER = '0123456789abcdef0123456789abcdef01234567';

const denied = (rule: string, edit: (draft: Draft) => void, allowed = ALLOWED): DeniedInput => {
  const input: Draft = structuredClone(allowed);
  edit(input);
  return { rule, input };
};

const value = <T>(fact: { known: true; value: T } | { known: false }): T => {
  if (!fact.known) throw new Error('this fact of the allowed input is known');
  return fact.value;
};

/** Takes the effective approval and the review of one person along, as the core would. */
function editApproval(
  draft: Draft,
  person: string,
  edit: (approval: { commit: string | null; submitted_at: number; can_push: boolean }) => void,
): void {
  const reviews = value(draft.reviews).items.filter((review) => review.person === person);
  const approvals = draft.approvals.effective.filter((approval) => approval.person === person);
  [...reviews, ...approvals].forEach(edit);
}

/** The approval no longer counts: the derived fields follow, as they would in a document of ours. */
function uncounted(draft: Draft, role: string): void {
  draft.approvals.count = 1;
  draft.approvals.roles = draft.approvals.roles.filter((each) => each !== role);
}

const unknown = { known: false, why: 'forbidden' } as const;

/** One change for each thing that a rule refuses, made from the allowed pull request by one edit that a real document could have. */
export const DENIED_INPUTS: Readonly<Record<string, DeniedInput>> = {
  'approval of another commit': denied('approvals.fresh', (draft) => {
    editApproval(draft, 'person-3', (approval) => (approval.commit = OLDER));
    uncounted(draft, 'owner');
  }),
  'approval in the second of the push': denied('approvals.fresh', (draft) => {
    const { at } = value(draft.change.last_push);
    editApproval(draft, 'person-3', (approval) => (approval.submitted_at = at));
    uncounted(draft, 'owner');
  }),
  'approval without the right to push': denied('approvals.quorum', (draft) => {
    editApproval(draft, 'person-3', (approval) => (approval.can_push = false));
    uncounted(draft, 'owner');
  }),
  'approval by a bot': denied('approvals.human', (draft) => {
    Object.assign(draft.people['person-3'] ?? {}, { kind: 'bot' });
    uncounted(draft, 'owner');
  }),
  'approval by an author': denied('approvals.no-self-approval', (draft) => {
    const contributors = value(draft.contributors);
    contributors.people.push('person-3');
    contributors.total += 1;
    uncounted(draft, 'owner');
  }),
  'author without an account': denied('approvals.no-self-approval', (draft) => {
    const contributors = value(draft.contributors);
    contributors.unidentified = 1;
    contributors.total += 1;
  }),
  'one person for two roles': denied('approvals.roles', (draft) => {
    Object.assign(draft.people['person-2'] ?? {}, { roles: ['owner', 'security'] });
    Object.assign(draft.people['person-3'] ?? {}, { roles: [] });
  }),
  'policy changed without the people it takes': denied('approvals.elevated', (draft) => {
    draft.requirements.approvals.elevated.minimum = 3;
  }),
  'list of files cut short': denied('approvals.elevated', (draft) => {
    draft.change.touches = { known: false, why: 'truncated' };
  }),
  'reviews that nobody may read': denied('approvals.review-state', (draft) => {
    draft.reviews = unknown;
    draft.approvals = { count: 0, roles: [], effective: [], total: 0 };
  }),
  'changes requested': denied('approvals.review-state', (draft) => {
    const [, , comment] = value(draft.reviews).items;
    Object.assign(comment ?? {}, { state: 'changes_requested' });
  }),
  'blocking review dismissed by the author': denied('approvals.review-state', (draft) => {
    const [, , comment] = value(draft.reviews).items;
    Object.assign(comment ?? {}, { state: 'dismissed', dismissed_by: 'person-1', previous_state: 'changes_requested' });
  }),
  'checks and scans of another commit than the head': denied('integrity.evidence', (draft) => {
    draft.change.checked = OLDER;
    for (const each of [...value(draft.checks).items, ...value(draft.scans).items]) each.commit = OLDER;
  }),
  'unprotected base': denied('branches.flow', (draft) => {
    draft.change.base.branch = 'develop';
  }),
  'fork with an allowed name': denied('branches.flow', (draft) => {
    draft.change.head.repository_id = '666';
  }),
  'skipped check': denied('checks.required', (draft) => {
    Object.assign(value(draft.checks).items[0] ?? {}, { conclusion: 'skipped' });
  }),
  'check of another workflow': denied('checks.required', (draft) => {
    Object.assign(value(draft.checks).items[0] ?? {}, { workflow: '.github/workflows/fake.yml' });
  }),
  'invalid exception': denied('exceptions.validity', (draft) => {
    Object.assign(draft.exceptions.items[0] ?? {}, { state: 'invalid', problems: ['expires: no date'] });
  }),
  'broken exception, and a change of more than exceptions': denied(
    'exceptions.validity',
    (draft) => {
      value(draft.change.touches).only_exceptions = false;
    },
    MENDING,
  ),
  'broken exception, and a change that one person approved': denied(
    'exceptions.validity',
    (draft) => {
      editApproval(draft, 'person-3', (approval) => (approval.commit = OLDER));
      uncounted(draft, 'owner');
      draft.requirements.approvals = {
        minimum: 1,
        roles: { items: [], total: 0 },
        elevated: { minimum: 1, roles: { items: [], total: 0 } },
      };
    },
    MENDING,
  ),
  'image by tag': denied('images.digest-only', (draft) => {
    Object.assign(value(draft.images).items[0] ?? {}, { reference: 'registry.example/shop:1.2' });
  }),
  'approval that no review gave': denied('integrity.evidence', (draft) => {
    const reviews = value(draft.reviews);
    reviews.items.shift();
    reviews.total -= 1;
  }),
  'stale scan': denied('scans.complete', (draft) => {
    Object.assign(value(draft.scans).items[0] ?? {}, { completed_at: draft.evaluated_at - 7_200 });
  }),
  'scan by an unverified producer': denied('scans.complete', (draft) => {
    Object.assign(value(draft.scans).items[1] ?? {}, { producer: 'unverified' });
  }),
  'scan without a result': denied('scans.complete', (draft) => {
    Object.assign(value(draft.scans).items[1] ?? {}, { result: { known: false, why: 'unusable' } });
  }),
  'clean report on secrets that the change brought itself': denied('scans.secrets', (draft) => {
    Object.assign(value(draft.scans).items[2] ?? {}, { producer: 'unverified' });
    const others = draft.requirements.scans.required.items.filter((each) => each.class !== 'secrets');
    draft.requirements = structuredClone(draft.requirements);
    Object.assign(draft.requirements.scans.required, { items: others, total: others.length });
  }),
  'secret that was suppressed': denied('scans.secrets', (draft) => {
    Object.assign(draft.findings.items[1] ?? {}, { class: 'secrets' });
  }),
  'one finding too many': denied('scans.threshold', (draft) => {
    Object.assign(draft.findings.items[3] ?? {}, { severity: 'medium' });
  }),
  'finding of unknown severity': denied('scans.threshold', (draft) => {
    Object.assign(draft.findings.items[3] ?? {}, { severity: 'unknown' });
  }),
  'due date passed': denied('scans.threshold', (draft) => {
    Object.assign(draft.findings.items[5]?.assigned ?? {}, { due: draft.evaluated_at - 1 });
  }),
  'exception run out': denied('scans.threshold', (draft) => {
    Object.assign(draft.exceptions.items[0] ?? {}, { state: 'expired', expires: draft.evaluated_at - 1 });
  }),
};
