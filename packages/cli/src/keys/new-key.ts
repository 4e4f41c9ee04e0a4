import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatTrustFile, type TrustFile } from '@proofrail/core/ledger';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import type { KeyId } from '@proofrail/core/ports';
import { requireLogName } from '@proofrail/machine';
import { createLocalKey, type LocalSigner } from '@proofrail/signer-local';
import type { Answer } from '../answer.ts';
import type { NewKeyOptions } from './declare-keys.ts';
import { noFolder } from '../no-folder.ts';
import type { Session } from '../session.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';

export interface KeyFiles {
  readonly keyId: KeyId;
  readonly privateKey: string;
  readonly publicKey: string;
  readonly trust: string;
}

/** Makes a key, its public half and a trust file that names it: all three or none. ConfigurationError `key/exists`, `file/no-folder`, `seal/origin`. */
export function newKey(options: NewKeyOptions, session: Session): Answer {
  requireLogName(options.origin, '--origin');
  const files = createKeyFiles(
    options.out,
    options.trust ?? path.join(path.dirname(options.out), 'trust.json'),
    options.origin,
    session.clock.now(),
  );
  return {
    outcome: 'allow',
    json: { key_id: files.keyId, private_key: files.privateKey, public_key: files.publicKey, trust: files.trust },
    text: ({ style }) =>
      table([
        [{ text: 'key id', look: style.quiet }, files.keyId],
        [
          { text: 'private', look: style.quiet },
          `${shown(files.privateKey)}  (mode 600: keep it where only the pipeline can read it)`,
        ],
        [{ text: 'public', look: style.quiet }, shown(files.publicKey)],
        [
          { text: 'trust', look: style.quiet },
          `${shown(files.trust)}  (give it to whoever verifies, by another way than the ledger)`,
        ],
      ]),
  };
}

/** Looks at all three names before the first file is made, so that a name already taken leaves nothing behind. */
export function createKeyFiles(privateKey: string, trust: string, origin: string, at: number): KeyFiles {
  const publicKey = `${privateKey}.pub`;
  for (const file of [privateKey, publicKey, trust]) requireFree(file);
  if ([privateKey, publicKey].some((file) => path.resolve(file) === path.resolve(trust))) throw taken(trust);
  const signer = createLocalKey(privateKey);
  writeNew(publicKey, signer.publicPem);
  writeNew(trust, formatTrustFile(trustIn(signer, origin, at)));
  return { keyId: signer.keyId, privateKey, publicKey, trust };
}

function trustIn({ keyId, publicPem }: LocalSigner, origin: string, at: number): TrustFile {
  const key = { key_id: keyId, pem: publicPem, valid_from: new Date(at).toISOString(), valid_to: null };
  return { version: 1, origin, streams: {}, record_keys: [key], acknowledge: [], issuer_keys: [], run_keys: [] };
}

function requireFree(file: string): void {
  if (!existsSync(path.dirname(file))) throw noFolder(file);
  if (existsSync(file)) throw taken(file);
}

const taken = (file: string): ConfigurationError =>
  new ConfigurationError('key/exists', {
    expected: 'a name that is free',
    found: 'a file that is already there, or another of those to be made',
    at: file,
    doThis: 'choose another name; a key is needed as long as its evidence',
  });

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o644 });
  } catch (cause) {
    throw new UnavailableError('key/unavailable', {
      expected: 'a file that can be written',
      found: cause instanceof Error ? cause.message : String(cause),
      at: file,
      doThis: 'look at the permissions of the folder',
      cause,
    });
  }
}
