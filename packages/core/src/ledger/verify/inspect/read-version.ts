import type { Soon } from '../../../concurrency/soon.ts';
import type { ObjectKey, ObjectStore, ReadAnswer, VersionId } from '../../../ports/object-store.ts';
import type { Kept, Unread } from './inspector.ts';

type Read = { readonly state: 'bytes'; readonly bytes: Uint8Array; readonly kept: Kept | null } | Unread;

/** At once, where the store keeps no versions and can. */
export function readVersion(store: ObjectStore, key: ObjectKey, version: VersionId | null): Soon<Read> {
  const now = version === null ? store.readNow?.(key) : undefined;
  return now === undefined ? store.read(key, version ?? undefined).then(asRead) : asRead(now);
}

function asRead(answer: ReadAnswer): Read {
  switch (answer.kind) {
    case 'found':
      return { state: 'bytes', bytes: answer.bytes, kept: keptAs(answer) };
    case 'unreadable':
      return { state: 'unreadable', why: answer.cause };
    case 'hidden':
      return { state: 'hidden', why: `${answer.by ?? 'a delete marker'} lies in its place` };
    case 'absent':
      return { state: 'absent', why: 'it is gone' };
  }
}

/** Little, because it may go to another thread. */
function keptAs({ metadata }: Extract<ReadAnswer, { kind: 'found' }>): Kept | null {
  return metadata === undefined ? null : { created: metadata.created, lock: metadata.lock };
}
