import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { openLedger } from './open-ledger.ts';

/**
 * Where what may have to be erased lies for a ledger, such as the platform's tokens, which carry names: at `uri`, else, for
 * `file:DIRECTORY`, in the folder `DIRECTORY.attachments` beside it. Nothing is made before the first attachment.
 *
 * @throws ConfigurationError `ledger/attachments`, and what `openLedger` throws
 */
export async function openAttachments(ledger: string, uri: string | null): Promise<ObjectStore> {
  if (uri === ledger) throw notBeside(uri);
  if (uri !== null) return openLedger(uri);
  if (ledger.startsWith('file:') && ledger.length > 'file:'.length)
    return openLedger(`${ledger.replace(/\/+$/, '')}.attachments`);
  throw notBeside(ledger);
}

const notBeside = (found: string): ConfigurationError =>
  new ConfigurationError('ledger/attachments', {
    expected: 'a place for attachments that is not the ledger: what lies there can be erased',
    found,
    at: 'attachments',
    doThis: 'Name a place of its own, such as file:./attachments.',
  });
