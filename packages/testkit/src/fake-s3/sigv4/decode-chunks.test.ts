import { expect, it } from '@jest/globals';
import { decodeChunks } from './decode-chunks.ts';
import { signingKey } from './signing-key.ts';

// The worked example of the S3 API reference ("Transferring Payload in Multiple Chunks"): 66,560 times the letter a.
const scope = { date: '20130524', region: 'us-east-1', service: 's3' };
const stream = {
  kind: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  signing: { key: signingKey('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', scope), time: '20130524T000000Z', scope },
  seed: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
};
const CHUNKS: readonly (readonly [size: number, signature: string])[] = [
  [65_536, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648'],
  [1_024, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497'],
  [0, 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9'],
];
const body = CHUNKS.map(
  ([size, signature]) => `${size.toString(16)};chunk-signature=${signature}\r\n${'a'.repeat(size)}\r\n`,
).join('');

it('reads the chunks that AWS signed in its reference', () => {
  expect(decodeChunks(Buffer.from(body), stream).bytes.toString()).toBe('a'.repeat(66_560));
});

it('refuses a chunk that was changed, and a stream that ends early', () => {
  const changed = Buffer.from(body);
  changed[1_000] = 0x62;
  expect(() => decodeChunks(changed, stream)).toThrow(expect.objectContaining({ code: 'SignatureDoesNotMatch' }));
  expect(() => decodeChunks(Buffer.from(body.slice(0, 66_000)), stream)).toThrow(
    expect.objectContaining({ code: 'IncompleteBody' }),
  );
});

it('reads checksums that come after an unsigned stream', () => {
  const trailed = Buffer.from('1\r\nx\r\n0\r\nx-amz-checksum-crc32:jNYxPQ==\r\n\r\n');
  const decoded = decodeChunks(trailed, { ...stream, kind: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' });
  expect([decoded.bytes.toString(), decoded.trailer]).toEqual(['x', { 'x-amz-checksum-crc32': 'jNYxPQ==' }]);
});
