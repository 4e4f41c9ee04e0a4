import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@proofrail/core/verification';
import { ask, COMMIT, pointerTo, releasesOn } from '../../../../test/ledger/releases.ts';
import { S3_SERVERS } from '../../../../test/s3/s3-servers.ts';
import { makeBucket } from '../src/make-bucket.ts';
import { connectS3, type S3Options } from '../src/s3-connection.ts';
import { S3Store } from '../src/s3-store.ts';
import { parseS3Uri } from '../src/s3-uri.ts';

describe.each(Object.entries(S3_SERVERS))('pointers in a bucket', (name, describeServer) => {
  describeServer(name, (server) => {
    const LEDGER = 's3://evidence/ledger?region=us-east-1';
    const options = (): S3Options => ({ endpoint: { url: server().url, pathStyle: true }, credentials: server().credentials });
    beforeAll(() => makeBucket(LEDGER, 1, options()));

    it('answer within two listings and six reads, a delete marker on a denial’s hides nothing, and verify reads each', async () => {
      const store = await S3Store.open(LEDGER, options());
      const { decide, archive, trust } = releasesOn(store);
      const decision = await decide('allow');
      await archive();
      expect(await verifyLedger(store, { trust })).toMatchObject({ outcome: 'allow', findings: [], streams: [{ pointers: 4 }] });
      expect(await ask(store, { trust })).toMatchObject({
        answer: { outcome: 'allow', foundBy: 'pointers' },
        requests: { create: 0, list: 2, read: 6 },
      });
      const denial = await decide('deny');
      const { patient, target } = connectS3(parseS3Uri(LEDGER), options());
      for (const key of Object.values(pointerTo(COMMIT, denial)))
        await patient.send(new DeleteObjectCommand({ ...target, Key: `${parseS3Uri(LEDGER).prefix}${key}` }));
      expect((await ask(store, { trust })).answer).toMatchObject({ outcome: 'deny', code: 'image/denied' });
      expect((await verifyLedger(store, { trust })).findings.map(({ code }) => code)).toEqual([
        'pointer/marker',
        'pointer/marker',
      ]);

      const { pointer } = pointerTo(COMMIT, decision);
      await patient.send(
        new PutObjectCommand({
          ...target,
          Key: `${parseS3Uri(LEDGER).prefix}${pointer}`,
          Body: '{}',
          ChecksumAlgorithm: 'SHA256',
        }),
      );
      const { outcome, findings } = await verifyLedger(store, { trust });
      expect([outcome, findings.filter(({ key }) => key === pointer).map(({ code }) => code)]).toEqual([
        'tampered',
        ['pointer/second-version'],
      ]);
    });
  });
});
