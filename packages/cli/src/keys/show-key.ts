import { publicKeyFromPem } from '@proofrail/core/canonical';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import { loadLocalSigner } from '@proofrail/signer-local';
import type { Answer } from '../answer.ts';

/** The id of a key, from its public or its private half: what trust files and records name. */
export function showKey(file: string): Answer {
  const text = Buffer.from(readBoundedFile(file, { most: MOST_BYTES.trust })).toString('utf8');
  const isPrivate = text.includes('PRIVATE KEY');
  const { keyId, algorithm } = isPrivate ? loadLocalSigner(file) : publicKeyFromPem(text, file);
  return {
    outcome: 'allow',
    json: { key_id: keyId, algorithm, half: isPrivate ? 'private' : 'public' },
    text: () => `${keyId}  ${algorithm}, ${isPrivate ? 'private half' : 'public half'}`,
  };
}
