import { afterEach, expect, it } from '@jest/globals';
import { GetPublicKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { connectKms } from './kms-connection.ts';
import { parseKmsUri } from './kms-uri.ts';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

it('signs at AWS in the region of the ARN, whatever endpoint or region the environment names', async () => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_KMS: 'http://127.0.0.1:1',
    AWS_REGION: 'us-east-1',
  });
  const name = parseKmsUri('awskms:///arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab', 'test');
  const client = connectKms(name, { credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' } });
  let seen: { hostname: string; protocol: string } | undefined;
  const stop = {
    handle: (outgoing: typeof seen) => {
      seen = outgoing;
      return Promise.reject(Object.assign(new Error('stopped by the test'), { name: 'Stopped' }));
    },
  };
  client.config.requestHandler = stop as unknown as KMSClient['config']['requestHandler'];
  await client.send(new GetPublicKeyCommand({ KeyId: name.arn })).catch(() => undefined);
  expect(seen).toMatchObject({ hostname: 'kms.eu-central-1.amazonaws.com', protocol: 'https:' });
});
