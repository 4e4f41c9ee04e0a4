import { existsSync } from 'node:fs';
import path from 'node:path';
import { formatVerifierKey, verifyTiledLog } from '@proofrail/core/tlog';
import { readBoundedFile } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { VerifyLogOptions } from '../commands/verify.ts';
import { checkpointJson } from '../seal/sealed-place.ts';
import { counted } from '../terminal/counted.ts';
import { shown } from '../terminal/shown.ts';
import { logKeys } from './log-keys.ts';

const MOST_BYTES = 256 * 65_537; // a full bundle of the longest entries

/** Checks a log that lies in a folder: every entry, every tile, the root, the signature. */
export async function verifyLog(options: VerifyLogOptions): Promise<Answer> {
  const read = (name: string): Promise<Uint8Array | null> => {
    const file = path.join(options.log, name);
    return Promise.resolve(existsSync(file) ? readBoundedFile(file, { most: MOST_BYTES }) : null);
  };
  const verified = await verifyTiledLog(read, logKeys(options));
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
