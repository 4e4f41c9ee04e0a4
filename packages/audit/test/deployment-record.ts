import type { Details } from '@proofrail/core/evidence';
import type { PlacedRecord } from '../src/index.ts';
import { ARTIFACT, placed, type Placed } from './records.ts';

export function deployment(status: Details<'deployment'>['status'], place: Placed = {}): PlacedRecord {
  return placed(
    'deployment',
    { artifact: ARTIFACT },
    {
      environment: 'production',
      digest: ARTIFACT,
      previous_digest: null,
      authorisation: null,
      decision: null,
      strategy: null,
      status,
      source_id: null,
      started_at: null,
      ended_at: null,
    },
    place,
  );
}
