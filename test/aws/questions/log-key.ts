import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { signedRequest } from '@proofrail/testkit';
import type { AwsBench } from '../aws-bench.ts';
import { NotAsked, NotModelled, part, type Question } from '../question.ts';

const MOST_RAW_BYTES = 4096; // what KMS takes with MessageType RAW; a checkpoint of an organisation has under 200

export const logKey: Question = {
  number: 7,
  asks: 'Does KMS sign a checkpoint as it is with Ed25519, up to its size limit?',
  async ask(bench) {
    if (bench.settings.endpoint !== null) throw new NotModelled('a fake S3 has no keys');
    if (bench.settings.logKey === null) throw new NotAsked('--log-key names no key');
    const { PublicKey: der = '' } = await call(bench, 'GetPublicKey', {});
    const key = createPublicKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'spki' });
    const signs = async (size: number): Promise<string> => {
      const message = randomBytes(size);
      const { Signature: signature, __type: refusal } = await call(bench, 'Sign', {
        Message: message.toString('base64'),
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      });
      if (signature === undefined) return refusal ?? 'refused';
      return verify(null, message, key, Buffer.from(signature, 'base64')) ? 'signed' : 'not pure Ed25519';
    };
    const beyond = await signs(MOST_RAW_BYTES + 1);
    return [
      part('200 bytes', 'signed', await signs(200)),
      part(`${MOST_RAW_BYTES} bytes`, 'signed', await signs(MOST_RAW_BYTES)),
      part('one byte more', 'refused', beyond, beyond !== 'signed'),
    ];
  },
};

async function call(
  bench: AwsBench,
  action: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, string | undefined>>> {
  const { region, credentials, logKey: KeyId } = bench.settings;
  const url = `https://kms.${region}.amazonaws.com/`;
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `TrentService.${action}`,
    ...bench.token(),
  };
  const body = JSON.stringify({ KeyId, ...parameters });
  const answer = await fetch(url, signedRequest({ method: 'POST', url, headers, body, region, credentials, service: 'kms' }));
  return (await answer.json()) as Readonly<Record<string, string | undefined>>;
}
