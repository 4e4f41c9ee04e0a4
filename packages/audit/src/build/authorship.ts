import { whyUnproven, type LedgerRecord } from '@proofrail/core/ledger';
import type { PlatformStanding } from '@proofrail/core/platform';
import type { PlatformWord, Signature } from '../proof-model.ts';

export interface Authorship {
  readonly signature: Signature;
  readonly platform: PlatformWord;
}

/** Who stands behind a record: the key that signed it, and the platform's word on the run that held the key. */
export function authorshipOf({
  signedBy,
  byRunKey,
  platform,
}: Pick<LedgerRecord, 'signedBy' | 'byRunKey' | 'platform'>): Authorship {
  const signature: Signature =
    signedBy.length === 0 ? { kind: 'unchecked' } : { kind: byRunKey ? 'run' : 'lasting', keys: signedBy };
  return { signature, platform: wordOf(platform) };
}

function wordOf(standing: PlatformStanding): PlatformWord {
  switch (standing.kind) {
    case 'none':
      return { kind: 'none' };
    case 'verified': {
      const { claims } = standing;
      return {
        kind: 'verified',
        repository: claims.repository_id,
        workflow: claims.job_workflow_ref,
        workflowCommit: claims.job_workflow_sha,
        event: claims.event_name,
        runner: claims.runner_environment,
        run: claims.run_id,
        attempt: claims.run_attempt,
      };
    }
    case 'countersigned': {
      const { claims } = standing;
      return {
        kind: 'countersigned',
        repository: claims.repository_id,
        workflowCommit: claims.job_workflow_sha,
        event: claims.event_name,
        runner: claims.runner_environment,
        run: claims.run_id,
        attempt: claims.run_attempt,
      };
    }
    case 'unverified':
    case 'absent':
    case 'wrong':
    case 'unreadable':
      return { kind: 'unverified', why: whyUnproven(standing) };
  }
}
