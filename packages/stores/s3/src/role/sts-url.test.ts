import { expect, it } from '@jest/globals';
import { stsUrl } from './sts-url.ts';

const role = (partition: string): string => `arn:${partition}:iam::123456789012:role/writer`;

it.each([
  ['aws', 'eu-central-1', 'https://sts.eu-central-1.amazonaws.com'],
  ['aws', 'us-east-1', 'https://sts.us-east-1.amazonaws.com'],
  ['aws-cn', 'cn-north-1', 'https://sts.cn-north-1.amazonaws.com.cn'],
  ['aws-us-gov', 'us-gov-west-1', 'https://sts.us-gov-west-1.amazonaws.com'],
  ['aws-eusc', 'eusc-de-east-1', 'https://sts.eusc-de-east-1.amazonaws.eu'],
])('a role of %s is asked for where the bucket lies, in %s', (partition, region, url) => {
  expect(stsUrl(role(partition), region)).toBe(url);
});

it.each([
  ['aws', 'cn-north-1'],
  ['aws', 'us-gov-west-1'],
  ['aws-us-gov', 'us-east-1'],
  ['aws-cn', 'eu-central-1'],
  ['aws', 'evil-host-1'],
  ['minio', 'us-east-1'],
  ['constructor', 'us-east-1'],
])('a token never leaves for a name made of a role of %s and the region %s', (partition, region) => {
  expect(() => stsUrl(role(partition), region)).toThrow(expect.objectContaining({ code: 'role/partition', outcome: 'invalid' }));
});
