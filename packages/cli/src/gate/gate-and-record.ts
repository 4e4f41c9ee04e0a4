import { gateChange, type GateRequest } from '@proofrail/core/gate';
import { parseStreamId } from '@proofrail/core/ledger';
import type { Policy } from '@proofrail/core/policy';
import { openIdentities } from '@proofrail/machine';
import type { GateOptions } from '../commands/gate.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs } from '../evidence/recorded.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import type { Session } from '../session.ts';
import type { GateAnswer } from './gate-answer.ts';

/** Kept apart from judging alone, so that a gate without a ledger loads none. */
export async function gateAndRecord(
  request: GateRequest,
  policy: Policy,
  options: GateOptions,
  session: Session,
): Promise<Omit<GateAnswer, 'manifest'>> {
  const desk = await openEvidence(options, session);
  const evidence = desk.log(parseStreamId(request.facts.repository.id, 'the repository id of the facts'));
  const { judgement, intent, recorded, retention } = await gateChange(request, {
    evidence,
    identities: await openIdentities(options.ledger, options.identities, options),
    product: desk.product,
    policy,
    clock: session.clock,
  });
  const { approvals, scans, decision } = recorded;
  saveReceipt(decision.receipt, options.saveReceipt);
  return {
    judgement,
    retention,
    recorded: recordedAs([intent, ...scans, ...(approvals === null ? [] : [approvals]), decision], desk.madeKey),
  };
}
