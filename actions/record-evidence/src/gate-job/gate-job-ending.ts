import { loadPolicy } from '@proofrail/core/policy';
import { openIdentities } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import { eventPayload, writtenAtMerge } from '@proofrail/runner';
import type { Ending } from '../ending.ts';
import type { DecisionToRecord, Inputs, Intent } from '../inputs.ts';
import { keepReceipt } from '../keep-receipt.ts';
import type { Workplace } from '../workplace.ts';
import { gateAnnotations } from './gate-annotations.ts';
import { gateOutputs } from './gate-outputs.ts';
import { gateSummary } from './gate-summary.ts';
import { readBundleFolder } from './read-bundle-folder.ts';
import { recordForGate } from './record-for-gate.ts';

export async function gateJobEnding(what: Intent | DecisionToRecord, inputs: Inputs, workplace: Workplace): Promise<Ending> {
  const { context, access, openLog } = workplace;
  const result = await recordForGate(what, inputs, {
    ...workplace,
    openEvidence: openLog,
    policy: loadPolicy(readBundle()),
    openIdentities: () => openIdentities(inputs.ledger, inputs.identities, access),
    atMerge: writtenAtMerge(context.event, await eventPayload()),
    readBundle: readBundleFolder,
  });
  const kept = result.written.map(({ receipt }) => keepReceipt(receipt));
  return {
    outcome: result.outcome,
    annotations: gateAnnotations(result.verdicts),
    page: gateSummary(what, result),
    kept,
    outputs: gateOutputs(what, result, kept),
  };
}
