import type { Details } from '@proofrail/core/evidence';
import { ARTIFACT, placed, type MadeRecord, type Placed } from './records.ts';

export function deployment(
  status: Details<'deployment'>['status'],
  place: Placed = {},
  of: MadeRecord | null = null,
): MadeRecord {
  return placed(
    'deployment',
    { artifact: ARTIFACT },
    {
      environment: 'production',
      digest: ARTIFACT,
      previous_digest: null,
      authorisation: null,
      decision: of?.placed.digest ?? null,
      strategy: null,
      status,
      source_id: null,
      started_at: null,
      ended_at: null,
    },
    place,
  );
}
