import type { UnreadChange } from '@proofrail/core/gate';
import { parseStreamId } from '@proofrail/core/ledger';
import type { Policy } from '@proofrail/core/policy';
import { openIdentities } from '@proofrail/machine';
import type { GateOptions } from './declare-gate.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs } from '../evidence/recorded.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import type { Session } from '../session.ts';
import type { GateAnswer } from './gate-answer.ts';
import { judgeAndRecord } from './judge-and-record.ts';

/** Kept apart from judging alone, so that a gate without a ledger loads none. */
export async function gateAndRecord(
  change: UnreadChange,
  policy: Policy,
  options: GateOptions,
  session: Session,
): Promise<Omit<GateAnswer, 'manifest'>> {
  const desk = await openEvidence(options, session);
  const evidence = desk.log(parseStreamId(change.facts.repository.id, 'the repository id of the facts'));
  const { judgement, written, decision, retention } = await judgeAndRecord(change, {
    evidence,
    identities: await openIdentities(options.ledger, options.identities, options),
    product: desk.product,
    policy,
    clock: session.clock,
  });
  saveReceipt(decision.receipt, options.saveReceipt);
  return { judgement, retention, recorded: recordedAs(written, desk.madeKey) };
}
