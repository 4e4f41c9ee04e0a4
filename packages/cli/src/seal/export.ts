import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { exportLog, type LogVouchers } from '@proofrail/core/seal';
import { parseCheckpoint, parseNote } from '@proofrail/core/tlog';
import { openLedger, unwritable } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { ExportOptions } from './declare-export.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { counted } from '@proofrail/core/text';
import { logVouchers } from '../ledger/log-keys.ts';
import { shown } from '../terminal/shown.ts';
import { checkpointJson } from './sealed-place.ts';

/**
 * Writes the log of a ledger into a new folder, the checkpoint last: a folder without one is not whole. Its size is told, because a newest
 * checkpoint whose signature somebody took away leaves an older and smaller log, as right as the whole one.
 */
export async function exportLedger(asked: ExportOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const { ledger, out } = options;
  const vouchers = logVouchers(options);
  if (existsSync(out)) throw refused('a folder that is not there yet', 'one that is', out, 'name another one');
  let objects = 0;
  let last: Uint8Array = new Uint8Array();
  for await (const { path: name, bytes } of exportLog(await openLedger(ledger, options), vouchers)) {
    writeNew(path.join(out, name), bytes);
    objects += 1;
    last = bytes;
  }
  const note = parseNote(last);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (checkpoint === null) throw refused('a ledger that was sealed', unsigned(vouchers), ledger, 'run "proofrail seal"');
  const { size, origin } = checkpoint;
  return {
    outcome: 'allow',
    json: { ledger, log: out, objects, checkpoint: checkpointJson(checkpoint) },
    text: () => `${counted(size, 'entry', 'entries')} of ${shown(origin)}, as ${counted(objects, 'object')} in ${shown(out)}`,
  };
}

const unsigned = (vouchers: LogVouchers | null): string =>
  `none of its checkpoints is signed${vouchers === null ? '' : ' by a key that was named'}`;

function writeNew(file: string, bytes: Uint8Array): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

function refused(expected: string, found: string, at: string, doThis: string): ConfigurationError {
  return new ConfigurationError('seal/no-export', { expected, found, at, doThis });
}
