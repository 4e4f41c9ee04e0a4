import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../canonical/digest.ts';
import type { EvidenceLog } from './evidence-log.ts';
import { DEPLOYMENT_ENDS, recordDeployment } from './record-deployment.ts';

const origin = { system: 'github', facts: 'given', method: 'event', collector_id: 'test', collector_version: '1' } as const;

describe('a recorded deployment', () => {
  it('never looks like another end than its own', async () => {
    const seen: unknown[] = [];
    const evidence = {
      append: (draft: { evidence: { outcome: unknown }; details: { status: unknown } }) =>
        Promise.resolve(seen.push([draft.evidence.outcome, draft.details.status])),
    };
    for (const end of DEPLOYMENT_ENDS) {
      const deployment = {
        artifact: sha256('image'),
        environment: 'production',
        end,
        commit: null,
        origin,
        at: Date.parse('2026-11-21'),
      };
      await recordDeployment(deployment, evidence as unknown as EvidenceLog);
    }
    expect(seen).toEqual([
      ['pass', 'succeeded'],
      ['fail', 'failed'],
      ['error', 'cancelled'],
    ]);
  });
});
