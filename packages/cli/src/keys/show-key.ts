import { publicKeyFromPem, type PublicKey } from '@proofrail/core/canonical';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import { loadLocalSigner } from '@proofrail/signer-local';
import type { Answer } from '../answer.ts';
import type { ShowKeyOptions } from '../commands/keys.ts';

/** The id of a key, from its public or its private half: what trust files and records name. With `log`, what a trust file calls a log key. */
export async function showKey(file: string, { log }: ShowKeyOptions): Promise<Answer> {
  const text = Buffer.from(readBoundedFile(file, { most: MOST_BYTES.trust })).toString('utf8');
  const isPrivate = text.includes('PRIVATE KEY');
  const publicKey = isPrivate ? loadLocalSigner(file).publicKey : publicKeyFromPem(text, file);
  const { keyId, algorithm } = publicKey;
  const logKey = log === undefined ? null : await logKeyText(log, publicKey);
  return {
    outcome: 'allow',
    json: { key_id: keyId, algorithm, half: isPrivate ? 'private' : 'public', log_key: logKey },
    text: () => logKey ?? `${keyId}  ${algorithm}, ${isPrivate ? 'private half' : 'public half'}`,
  };
}

async function logKeyText(origin: string, publicKey: PublicKey): Promise<string> {
  const [{ formatVerifierKey }, { logKeyOf }] = await Promise.all([
    import('@proofrail/core/tlog'),
    import('@proofrail/machine/log-key'),
  ]);
  return formatVerifierKey(logKeyOf(origin, publicKey));
}
