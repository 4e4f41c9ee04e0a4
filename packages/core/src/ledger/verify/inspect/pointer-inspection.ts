import { sha256 } from '../../../canonical/digest.ts';
import { whenThere, type Soon } from '../../../concurrency/soon.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { digestOfName, isAnnouncement, namedPointerKey, recordOfPointer, type PointerName } from '../../layout.ts';
import { announcementText, parsePointer } from '../../stored/pointer.ts';
import type { StreamId } from '../../stream-id.ts';
import type { Inspection } from './inspection.ts';
import type { PointerInspection, Target } from './inspector.ts';
import { readVersion } from './read-version.ts';

/** How pointers and announcements are inspected: bytes against their name. Neither is signed, and there is nothing to judge. */
export const pointerInspection = (
  store: ObjectStore,
  stream: StreamId,
): Inspection<Target<PointerName>, PointerInspection, PointerInspection> => ({
  open: (target) => openPointer(store, stream, target),
  judge: (opened) => opened,
});

function openPointer(store: ObjectStore, stream: StreamId, { name, version }: Target<PointerName>): Soon<PointerInspection> {
  return whenThere(readVersion(store, namedPointerKey(stream, name), version), (read) =>
    read.state === 'bytes' ? inspected(name, read.bytes) : read,
  );
}

function inspected(name: PointerName, bytes: Uint8Array): PointerInspection {
  const record = recordOfPointer(name);
  if (isAnnouncement(name)) {
    const isRight = Buffer.compare(Buffer.from(announcementText(record)), bytes) === 0;
    return isRight ? { state: 'announces' } : { state: 'altered', digest: sha256(bytes) };
  }
  const pointer = parsePointer(bytes);
  const digest = sha256(bytes);
  return pointer === null || digestOfName(pointer.record) !== record
    ? { state: 'altered', digest }
    : { state: 'points', digest, pointer };
}
