import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';

/** Tests on the fake S3, one for each file. At their end none may have asked for what it does not model. */
export function describeFakeS3(name: string, tests: (server: () => FakeS3) => void): void {
  describe(name, () => {
    let server: FakeS3 | undefined;
    const running = (): FakeS3 => {
      if (server === undefined) throw new Error('the fake S3 has not started');
      return server;
    };
    beforeAll(async () => {
      server = await startFakeS3();
    });
    afterAll(() => server?.close());

    tests(running);

    it('asked for nothing that the fake S3 does not model', () => {
      expect(running().unmodelled()).toEqual([]);
    });
  });
}
