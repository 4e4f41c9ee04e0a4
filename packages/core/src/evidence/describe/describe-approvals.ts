import { countedApprovals } from '../../context/approvals.ts';
import { known, unknown } from '../../facts/fact.ts';
import type { FactsDocument, InputDocument } from '../../context/index.ts';
import { wholeList } from '../../context/whole-list.ts';
import type { Decision } from '../../policy/decision.ts';
import type { Actors } from '../actors.ts';
import type { Details } from '../evidence-record.ts';
import { textDigest } from '../../canonical/text-digest.ts';
import { timestampOf } from '../timestamp-of.ts';

type Approval = Details<'change.approval'>;

export interface ApprovalsToDescribe {
  readonly facts: FactsDocument;
  readonly document: InputDocument;
  readonly decision: Decision;
}

/** The own fields of a `change.approval` record: every review, and whether it counted. Null where reviews could not be read. */
export function describeApprovals(judged: ApprovalsToDescribe, actors: Actors): Approval | null {
  const { document, facts } = judged;
  if (!document.reviews.known) return null;
  const counted = countedApprovals(document.approvals.effective, document);
  return {
    approvals: document.reviews.value.items.flatMap(({ person, state, submitted_at, commit }) => {
      const id = actors.get(person);
      if (id === undefined) return [];
      const isCounted =
        state === 'approved' && counted.some((each) => each.person === person && each.submitted_at === submitted_at);
      const held = document.people[person]?.roles ?? [];
      return [{ id, roles: held, state, at: timestampOf(submitted_at * 1000), commit, counted: isCounted }];
    }),
    required: requiredOf(judged),
    threads: facts.threads,
    tickets: items(wholeList(facts.tickets, ({ reference }) => textDigest(reference))),
    checks: items(wholeList(facts.checks, recordedCheck)),
    rules_in_force_digest: document.configuration.controls,
  };
}

function requiredOf({ document, decision }: ApprovalsToDescribe): Approval['required'] {
  const { minimum, roles, elevated } = document.requirements.approvals;
  const isAsked = decision.rules.some(({ id }) => id === 'approvals.elevated');
  return {
    minimum,
    roles: roles.items,
    class: classOf(document.change.touches),
    elevated: isAsked ? { minimum: elevated.minimum, roles: elevated.roles.items } : null,
  };
}

function classOf(touches: InputDocument['change']['touches']): Approval['required']['class'] {
  if (!touches.known) return 'unknown';
  const { policy, owners, workflows, scanners } = touches.value;
  return policy || owners || workflows || scanners ? 'elevated' : 'ordinary';
}

type Check = Extract<FactsDocument['checks'], { known: true }>['value']['items'][number];

const recordedCheck = ({ name, workflow, ...check }: Check) => ({
  ...check,
  name: textDigest(name),
  workflow: workflow === null ? null : textDigest(workflow),
});

/** A record's lists are whole or unknown: their length is their total. */
const items = <T>(list: ReturnType<typeof wholeList<unknown, T>>) => (list.known ? known(list.value.items) : unknown(list.why));
