import { Option, type Command } from 'commander';
import { given } from './given.ts';
import type { LedgerAccess } from './ledger-access.ts';
import { attachmentsOption, keyOption, saveReceiptOption } from './shared-options.ts';

/** Of a command that leaves one record by hand. */
export interface RecordLeaving extends LedgerAccess {
  readonly ledger: string;
  readonly stream?: string;
  readonly key?: string;
  readonly attachments?: string;
  readonly saveReceipt?: string;
}

/** Where in the ledger, under whose key, with which receipt. */
export function leavesRecord(command: Command): Command {
  return command
    .addOption(new Option('--stream <id>', 'stream of the ledger: the id of the repository').argParser(given))
    .addOption(keyOption())
    .addOption(attachmentsOption())
    .addOption(saveReceiptOption());
}
