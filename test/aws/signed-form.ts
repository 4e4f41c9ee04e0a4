import { createHmac } from 'node:crypto';
import type { AwsSettings } from './aws-bench.ts';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const HOUR = 3_600_000;

/** A form that a browser could post, signed as AWS documents it (S3 API, "Browser-based uploads using POST"). */
export function signedForm(
  { region, credentials }: AwsSettings,
  bucket: string,
  fields: Readonly<Record<string, string>>,
): FormData {
  const now = new Date();
  const time = now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const date = time.slice(0, 8);
  const all: Record<string, string> = {
    ...fields,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${credentials.accessKeyId}/${date}/${region}/s3/aws4_request`,
    'x-amz-date': time,
    ...(credentials.sessionToken === undefined ? {} : { 'x-amz-security-token': credentials.sessionToken }),
  };
  const conditions = [{ bucket }, ...Object.entries(all).map(([name, value]) => ({ [name]: value }))];
  const expiration = new Date(now.getTime() + HOUR).toISOString();
  const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64');
  const key = hmac(hmac(hmac(hmac(`AWS4${credentials.secretAccessKey}`, date), region), 's3'), 'aws4_request');
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...all, policy, 'x-amz-signature': hmac(key, policy).toString('hex') }))
    form.append(name, value);
  form.append('file', new Blob(['a form']));
  return form;
}
