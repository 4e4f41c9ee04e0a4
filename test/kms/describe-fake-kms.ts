import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFakeKms, type FakeKms, type FakeKeySpec } from '@proofrail/testkit';
import type { KmsServer } from './kms-servers.ts';

/** Tests on the fake KMS, one for each file. At their end none may have asked for what it does not model. */
export function describeFakeKms(name: string, tests: (server: () => KmsServer) => void): void {
  describe(name, () => {
    let fake: FakeKms | undefined;
    const running = (): FakeKms => {
      if (fake === undefined) throw new Error('the fake KMS has not started');
      return fake;
    };
    beforeAll(async () => {
      fake = await startFakeKms();
    });
    afterAll(() => fake?.close());

    tests(() => {
      const { url, credentials, createKey } = running();
      return { url, credentials, createKey: (spec) => Promise.resolve(createKey(spec as FakeKeySpec).arn) };
    });

    it('asked for nothing that the fake KMS does not model', () => {
      expect(running().unmodelled()).toEqual([]);
    });
  });
}
