import type { Signer } from '@proofrail/core/ports';
import { loadSigner, type StoreOptions } from '@proofrail/machine';
import type { Session } from '../session.ts';

/** Who signs by somebody's word: `--key`, else $PROOFRAIL_KEY (a file, the key itself, or `awskms:///ARN`); null: nobody was named. */
export async function namedSigner(options: StoreOptions & { readonly key?: string }, { env }: Session): Promise<Signer | null> {
  const named = env['PROOFRAIL_KEY'];
  if (options.key !== undefined) return loadSigner(options.key, '--key', options);
  return named === undefined || named.trim() === '' ? null : loadSigner(named, '$PROOFRAIL_KEY', options);
}
