import type { Scenario } from '../scenario.ts';
import { checksums } from './checksums.ts';
import { copies } from './copies.ts';
import { copySources } from './copy-sources.ts';
import { deletions } from './deletions.ts';
import { locks } from './locks.ts';
import { multipart } from './multipart.ts';
import { reads } from './reads.ts';
import { retention } from './retention.ts';
import { writes } from './writes.ts';

/** By the name of the recording. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...locks,
  ...writes,
  ...multipart,
  ...deletions,
  ...copies,
  ...checksums,
  ...retention,
  ...reads,
  ...copySources,
};
