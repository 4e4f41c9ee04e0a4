import { readdirSync } from 'node:fs';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { formatVerifierKey, tilePath, verifyTiledLog, type NoteKey, type VerifiedLog } from '@proofrail/core/tlog';
import { fileFailure } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { VerifyLogOptions } from './declare-verify.ts';
import { checkpointJson } from '../seal/sealed-place.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import { logKeys } from '../ledger/log-keys.ts';
import { readObject } from './read-object.ts';

const WORTH_A_THREAD = tilePath(0, 255); // a log of 65,536 entries has this one

/** Checks a log that lies in a folder: every entry, every tile, the root, the signature. ConfigurationError `seal/no-log`, `file/...`. */
export async function verifyLog(options: VerifyLogOptions): Promise<Answer> {
  requireLog(options.log);
  const verified = await verifiedLog(options.log, logKeys(options));
  if (verified.kind === 'refused') {
    return {
      outcome: 'tampered',
      json: { log: options.log, state: 'refused', at: verified.at, checkpoint: null, signed_by: null },
      text: ({ style }) => style.bad(`refused: ${shown(verified.at)} is gone or wrong`),
    };
  }
  const { checkpoint, by } = verified;
  return {
    outcome: 'allow',
    json: {
      ...{ log: options.log, state: 'verified', at: null },
      checkpoint: checkpointJson(checkpoint),
      signed_by: by.map(formatVerifierKey),
    },
    text: ({ style }) =>
      `${style.good('verified')}  ${counted(checkpoint.size, 'entry', 'entries')} of ${shown(checkpoint.origin)}`,
  };
}

/** Of a log at least one of these is there; without both nothing was altered, and there is nothing to check. */
const TOP = ['checkpoint', 'tile'];

function requireLog(folder: string): void {
  if (namesIn(folder).some((name) => TOP.includes(name))) return;
  throw new ConfigurationError('seal/no-log', {
    expected: 'a log as C2SP tlog-tiles lays it out: a checkpoint, and tiles',
    found: 'neither',
    at: folder,
    doThis: 'Name the folder that "proofrail export" wrote.',
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw fileFailure(folder, cause);
  }
}

/** On two threads where the log is large enough for a second one to pay. */
async function verifiedLog(log: string, keys: readonly NoteKey[]): Promise<VerifiedLog> {
  const read = (name: string) => Promise.resolve(readObject(log, name));
  if (readObject(log, WORTH_A_THREAD) === null) return verifyTiledLog(read, keys);
  const { BundleThreads } = await import('./bundle-threads.ts');
  const threads = new BundleThreads(log);
  try {
    return await Promise.race([verifyTiledLog(read, keys, threads.check), threads.failed]);
  } finally {
    await threads.close();
  }
}
