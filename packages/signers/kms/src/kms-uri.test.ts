import { describe, expect, it } from '@jest/globals';
import { parseKmsUri } from './kms-uri.ts';

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const ARN = `arn:aws:kms:eu-central-1:123456789012:key/${ID}`;

describe('the name of a key', () => {
  it('gives the region too: no environment says where to sign', () => {
    expect(parseKmsUri(`awskms:///${ARN}`, 'test')).toEqual({ arn: ARN, region: 'eu-central-1', endpoint: null });
  });

  it.each([
    ['127.0.0.1:4566', 'http://127.0.0.1:4566'],
    ['localhost:1', 'http://localhost:1'],
    ['[::1]:1', 'http://[::1]:1'],
    ['vpce-1.kms.eu-central-1.vpce.amazonaws.com', 'https://vpce-1.kms.eu-central-1.vpce.amazonaws.com'],
    ['kms.example.org:8443', 'https://kms.example.org:8443'],
    ['127.0.0.1.example.org', 'https://127.0.0.1.example.org'],
  ])('may name a server, %s: without TLS only on this machine', (server, endpoint) => {
    expect(parseKmsUri(`awskms://${server}/${ARN}`, 'test').endpoint).toBe(endpoint);
  });

  it.each([
    ['of another partition', `arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/${ID}`],
    ['of several regions', `arn:aws:kms:eu-central-1:123456789012:key/mrk-${'0'.repeat(32)}`],
  ])('may be one %s', (_, arn) => {
    expect(parseKmsUri(`awskms:///${arn}`, 'test').arn).toBe(arn);
  });

  it.each([
    ['an alias, which may mean another key tomorrow', `awskms:///arn:aws:kms:eu-central-1:123456789012:alias/evidence`],
    ['an alias by name', 'awskms:///alias/evidence'],
    ['an id without region and account', `awskms:///${ID}`],
    ['two slashes', `awskms://${ARN}`],
    ['no scheme of ours', `kms:///${ARN}`],
    ['capitals', `AWSKMS:///${ARN}`],
    ['a key id of another shape', 'awskms:///arn:aws:kms:eu-central-1:123456789012:key/x'],
    ['another service', `awskms:///arn:aws:s3:eu-central-1:123456789012:key/${ID}`],
    ['an account by name', `awskms:///arn:aws:kms:eu-central-1:ops:key/${ID}`],
    ['something behind it', `awskms:///${ARN}?endpoint=x`],
    ['a line end', `awskms:///${ARN}\n`],
    ['a name and password', `awskms://a:b@localhost/${ARN}`],
    ['a port that is none', `awskms://localhost:99999/${ARN}`],
  ])('is never guessed: %s', (_, uri) => {
    expect(() => parseKmsUri(uri, '--key')).toThrow(expect.objectContaining({ code: 'key/kms-uri', at: '--key' }));
  });
});
