import { existsSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Signer } from '@proofrail/core/ports';
import { folderOf, loadSigner, type StoreOptions } from '@proofrail/machine';
import { createKeyFiles } from '../keys/new-key.ts';
import type { Session } from '../session.ts';
import { namedSigner } from './named-signer.ts';
import { keyIsGone, noKey } from './no-key.ts';

export interface FoundSigner {
  readonly signer: Signer;
  /** The key file that was made now; null when there was one. */
  readonly made: string | null;
}

/**
 * Who signs: whom somebody named, else, for a ledger in a folder, the key beside it, which is made with its trust file at first use: such a
 * ledger is only as good as the machine it lies on, and says so (`assurance: local`).
 */
export async function findSigner(
  options: StoreOptions & { readonly ledger: string; readonly key?: string },
  session: Session,
): Promise<FoundSigner> {
  const { ledger } = options;
  const named = await namedSigner(options, session);
  if (named !== null) return { signer: named, made: null };
  const folder = folderOf(ledger);
  if (folder === null) throw noKey(ledger);
  const file = `${folder}.key`;
  const made = !existsSync(file) && makeKey(folder, file, session);
  return { signer: await loadSigner(file, file), made: made ? file : null };
}

/**
 * False when another run, begun at the same moment, was first: then there is one key, and it is that one.
 *
 * @throws ConfigurationError `key/absent` where the ledger's key is gone: a trust file with another one would call all that is there forged
 */
function makeKey(folder: string, file: string, { clock }: Session): boolean {
  const trust = `${folder}.trust.json`;
  // In this order: the run that was first makes its key before it writes.
  if (existsSync(path.join(folder, 'v1', 'records')) && !existsSync(file)) throw keyIsGone(file, folder);
  try {
    createKeyFiles(file, trust, 'proofrail', clock.now());
    return true;
  } catch (thrown) {
    if (!(thrown instanceof ConfigurationError) || thrown.code !== 'key/exists') throw thrown;
    if (existsSync(file)) return false;
    throw keyIsGone(file, thrown.at);
  }
}
