import { beforeAll, describe, expect, it } from '@jest/globals';
import { CreateBucketCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { S3_SERVERS } from '../../../../test/s3/s3-servers.ts';
import { makeBucket } from './make-bucket.ts';
import { connectS3, type S3Options } from './s3-connection.ts';
import { S3Identities } from './s3-identities.ts';
import { parseS3Uri } from './s3-uri.ts';

const ADA = 'github:1001';
const hex = (key: Uint8Array): string => Buffer.from(key).toString('hex');

describe.each(Object.entries(S3_SERVERS))("people's keys in a bucket on %s", (name, describeServer) => {
  describeServer(name, (server) => {
    const options = (): S3Options => ({ endpoint: { url: server().url, pathStyle: true }, credentials: server().credentials });
    let stores = 0;
    const fresh = (): string => `s3://people/${(stores += 1)}?region=us-east-1`;
    const Bucket = 'people';
    const client = () => connectS3(parseS3Uri('s3://people?region=us-east-1'), options()).patient;
    const listed = async (uri: string) => {
      const { Versions = [] } = await client().send(new ListObjectVersionsCommand({ Bucket, Prefix: parseS3Uri(uri).prefix }));
      return Versions;
    };

    beforeAll(async () => {
      await client().send(new CreateBucketCommand({ Bucket }));
    });

    it('stay the same for the same person, from one program to the next', async () => {
      const uri = fresh();
      const first = await (await S3Identities.open(uri, options())).keyOf(ADA);
      const again = await S3Identities.open(uri, options());
      expect(first).toHaveLength(32);
      expect([hex(await again.keyOf(ADA)), hex(await again.keyOf('github:1002')) === hex(first)]).toEqual([hex(first), false]);
    });

    it('are one and the same for all who ask first at once', async () => {
      const uri = fresh();
      const people = await Promise.all(Array.from({ length: 16 }, () => S3Identities.open(uri, options())));
      const keys = await Promise.all(people.map((store) => store.keyOf(ADA)));
      expect(new Set(keys.map(hex)).size).toBe(1);
      expect(await listed(uri)).toHaveLength(1);
    });

    it('are gone after an erasure, every version of them, and the same person is then somebody else', async () => {
      const uri = fresh();
      const people = await S3Identities.open(uri, options());
      const before = await people.keyOf(ADA);
      expect([await people.erase(ADA), await people.erase(ADA)]).toEqual([true, false]);
      expect(await listed(uri)).toEqual([]);
      const left = [];
      for await (const entry of people.subjects()) left.push(entry);
      expect(left).toEqual([]);
      expect(hex(await people.keyOf(ADA))).not.toBe(hex(before));
    });

    it('that were changed are an alarm, never silently made anew', async () => {
      const uri = fresh();
      const people = await S3Identities.open(uri, options());
      await people.keyOf(ADA);
      const [{ Key } = {}] = await listed(uri);
      await client().send(new PutObjectCommand({ Bucket, Key, Body: 'x', ContentLength: 1 }));
      await expect(people.keyOf(ADA)).rejects.toMatchObject({ code: 'identities/not-a-key', outcome: 'tampered' });
    });

    it('are told apart from whatever else lies in their bucket, the tokens of the platform for example', async () => {
      const uri = fresh();
      const people = await S3Identities.open(uri, options());
      await people.keyOf(ADA);
      for (const key of ['v1/attachments/1/x', 'v1/identities/README.txt', 'notes.txt'])
        await client().send(new PutObjectCommand({ Bucket, Key: parseS3Uri(uri).prefix + key, Body: 'x', ContentLength: 1 }));
      const found = [];
      for await (const { subject } of people.subjects()) found.push(subject);
      expect(found).toEqual([ADA]);
    });

    it('are not kept where they could never be erased', async () => {
      await makeBucket('s3://forgets-nothing?region=us-east-1', 1, options());
      await expect(S3Identities.open('s3://forgets-nothing/people?region=us-east-1', options())).rejects.toMatchObject({
        code: 'identities/locked',
      });
    });
  });
});
