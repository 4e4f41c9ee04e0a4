import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { describeSeaweedFs } from '../../../../test/s3/describe-seaweedfs.ts';
import { s3StorePromises } from '../test/s3-store-promises.ts';

describe('the fake S3', () => {
  let server: FakeS3;
  beforeAll(async () => {
    server = await startFakeS3();
  });
  afterAll(() => server.close());

  s3StorePromises(() => server);

  it('was asked for nothing that it does not model', () => {
    expect(server.unmodelled()).toEqual([]);
  });
});

describeSeaweedFs('SeaweedFS', s3StorePromises);
