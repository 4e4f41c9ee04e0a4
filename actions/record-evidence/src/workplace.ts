import type { EvidenceLog, Product } from '@proofrail/core/gate';
import type { StreamId } from '@proofrail/core/ledger';
import type { Clock } from '@proofrail/core/ports';
import { bucketAccess, openEvidence, productVersion, systemClock, type StoreOptions } from '@proofrail/machine';
import { identityTokens, keepingOf, maskSecret, type RunContext } from '@proofrail/runner';
import type { Inputs } from './inputs.ts';

/** What a step finds around itself, whatever it is to record. */
export interface Workplace {
  readonly clock: Clock;
  readonly product: Product;
  readonly context: RunContext;
  /** How the buckets among its places are reached. */
  readonly access: StoreOptions;
  /** Throws what `openEvidence` throws. */
  openLog(stream: StreamId): Promise<EvidenceLog>;
}

/** @throws ConfigurationError `role/...`, `ledger/...` */
export async function workplaceOf(inputs: Inputs, context: RunContext, environment: NodeJS.ProcessEnv): Promise<Workplace> {
  const tokens = identityTokens(environment);
  const places = [inputs.ledger, inputs.attachments, inputs.identities];
  const access = await bucketAccess(inputs.access, places, context, { tokens, hide: maskSecret });
  return {
    clock: systemClock,
    product: { name: 'record-evidence', version: productVersion },
    context,
    access,
    openLog: async (stream) => (await openEvidence(inputs, tokens, keepingOf(inputs.ledger, environment), access))(stream),
  };
}
