import { expect, it } from '@jest/globals';
import { parseS3Endpoint } from './s3-endpoint.ts';
import { parseS3Uri } from './s3-uri.ts';

it('reads all that a URI can say', () => {
  expect(parseS3Uri('s3://evidence/a/b/?region=eu-central-1&owner=123456789012&kms-key=alias/evidence')).toEqual({
    bucket: 'evidence',
    prefix: 'a/b/',
    region: 'eu-central-1',
    owner: '123456789012',
    kmsKey: 'alias/evidence',
  });
  expect(parseS3Uri('s3://evidence')).toEqual({ bucket: 'evidence', prefix: '', region: null, owner: null, kmsKey: null });
});

it.each([
  's3:',
  's3://',
  's3:evidence',
  's3:///evidence',
  's3://Evidence',
  's3://10.0.0.1',
  's3://ev..idence/x',
  's3://user@evidence/x',
  's3://evidence:443/x',
  's3://evidence/a//b',
  's3://evidence/../b',
  's3://evidence/a b',
  's3://evidence/%2e%2e',
  's3://evidence/a#b',
  's3://evidence?Region=eu-central-1',
  's3://evidence?region=eu-central-1&region=us-east-1',
  's3://evidence?region=@evil.example',
  's3://evidence?region=',
  's3://evidence?owner=12345678901',
  's3://evidence?endpoint=https://evil.example',
  's3://evidence?kms-key=',
])('refuses %j instead of guessing', (uri) => {
  expect(() => parseS3Uri(uri)).toThrow(expect.objectContaining({ code: 'ledger/uri', outcome: 'invalid' }));
});

it.each([
  'https://s3.example.org',
  'https://s3.example.org:9000/',
  'http://127.0.0.1:8333',
  'http://[::1]:1',
  'http://localhost:1',
])('speaks to %s', (url) => expect(parseS3Endpoint(url, true)).toEqual({ url: new URL(url).origin, pathStyle: true }));

it.each([
  '',
  's3.example.org',
  'http://s3.example.org',
  'http://127.0.0.1.evil.example',
  'https://user:password@s3.example.org',
  'https://s3.example.org/bucket',
  'https://s3.example.org?x',
  'ftp://s3.example.org',
  'file:///etc',
])('does not send evidence to %j: in clear, or to more than a server', (url) => {
  expect(() => parseS3Endpoint(url, false)).toThrow(expect.objectContaining({ code: 'ledger/endpoint' }));
});
