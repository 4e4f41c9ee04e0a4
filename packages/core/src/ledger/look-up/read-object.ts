import { TamperedError, UnavailableError, type FailureCode } from '../../outcomes/failure.ts';
import type { ObjectKey, ObjectStore, VersionId } from '../../ports/object-store.ts';

/** Under which codes it is said that an object cannot be had. */
export interface ReadCodes {
  readonly hidden: FailureCode;
  readonly unreadable: FailureCode;
}

const OF_LEDGER: ReadCodes = { hidden: 'ledger/hidden', unreadable: 'ledger/unreadable' };

/**
 * The bytes of an object that is created once and stays; null: there is none. TamperedError `hidden`: a delete marker lies over it;
 * UnavailableError `unreadable`: permission or network, which says nothing about the object (decisions.md, Outcomes).
 */
export async function readObject(
  store: ObjectStore,
  key: ObjectKey,
  { version = null, codes = OF_LEDGER }: { readonly version?: VersionId | null; readonly codes?: ReadCodes } = {},
): Promise<Uint8Array | null> {
  const answer = await store.read(key, version ?? undefined);
  switch (answer.kind) {
    case 'found':
      return answer.bytes;
    case 'absent':
      return null;
    case 'hidden':
      throw new TamperedError(codes.hidden, {
        expected: 'an object that was created once',
        found: `${answer.by ?? 'a delete marker'} in its place`,
        at: key,
        doThis: 'Run "proofrail verify" and find out who may delete in the ledger.',
      });
    case 'unreadable':
      throw new UnavailableError(codes.unreadable, {
        expected: 'an object that can be read',
        found: answer.cause,
        at: key,
        doThis: 'Give this role permission to read the ledger (s3:GetObject and kms:Decrypt), or run it again.',
      });
  }
}
