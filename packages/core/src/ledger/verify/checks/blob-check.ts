import type { ObjectKey } from '../../../ports/object-store.ts';
import type { Place } from './chain-check.ts';
import type { LongerCheck } from './longer-check.ts';
import { finding, type Finding, type FindingDetail } from '../finding.ts';
import { inBatches } from '../../../concurrency/in-batches.ts';
import type { BlobInspection, Inspector } from '../inspect/inspector.ts';
import { targetsOf, type StreamInventory } from '../inventory/inventory.ts';
import { blobKey, digestOfBlob, evasiveBlobName, parseKey, type BlobName } from '../../layout.ts';
import type { StreamId } from '../../stream-id.ts';

export interface BlobTask {
  readonly stream: StreamId;
  readonly inventory: StreamInventory;
  readonly inspector: Inspector;
  /** Told how each is kept that is right. */
  readonly longer: LongerCheck;
  readonly onChecked: (objects: number) => void;
}

/** Checks every blob of a stream, and that those are there which its records name. `named`: none that the listing showed. */
export async function checkBlobs(task: BlobTask, named: ReadonlyMap<ObjectKey, Place | null>): Promise<Finding[]> {
  const { stream, inventory, inspector } = task;
  const findings: Finding[] = [];
  for await (const batch of inBatches(targetsOf(inventory.blobs), (some) => inspector.inspect('blob', stream, some))) {
    for (const [{ name }, inspection] of batch) findings.push(...problems(task, blobKey(stream, name), name, inspection, null));
    task.onChecked(batch.length);
  }
  for (const [key, place] of named) findings.push(...(await checkNamed(task, key, place)));
  return findings;
}

/** What the listing of this stream did not show is read by name before it is called missing. */
async function checkNamed(task: BlobTask, key: ObjectKey, place: Place | null): Promise<Finding[]> {
  const { stream, inspector } = task;
  const parsed = parseKey(key);
  if (parsed?.kind !== 'blob') {
    const detail = 'A record names it, and it is no key of a blob.';
    return [finding({ kind: 'missing', code: 'blob/missing', stream, ...place, key, detail })];
  }
  const inspections = await inspector.inspect('blob', parsed.stream, [{ name: parsed.name, version: null }]);
  return inspections.flatMap((inspection) => problems(task, key, parsed.name, inspection, place));
}

function problems(task: BlobTask, key: ObjectKey, name: BlobName, inspection: BlobInspection, place: Place | null): Finding[] {
  const about = { stream: task.stream, ...place, key };
  const one = (detail: Pick<FindingDetail, 'kind' | 'code' | 'detail' | 'found'>): Finding[] => [
    finding({ ...about, ...detail }),
  ];
  switch (inspection.state) {
    case 'right':
      task.longer.visitBlob(key, inspection.kept);
      return [];
    case 'unreadable':
      return one({ kind: 'unreadable', code: 'blob/unreadable', detail: `It cannot be read: ${inspection.why}.` });
    case 'hidden':
    case 'absent':
      return one({ kind: 'missing', code: 'blob/missing', detail: `A record or the listing names it, and ${inspection.why}.` });
    case 'altered': {
      const evaded = task.inventory.blobs.has(evasiveBlobName(digestOfBlob(name)));
      const detail = `The bytes are not those that the name says${evaded ? '; the right ones lie beside it under ~1' : ''}.`;
      return one({ kind: 'altered', code: evaded ? 'blob/squatted' : 'blob/altered', detail, found: inspection.digest });
    }
  }
}
