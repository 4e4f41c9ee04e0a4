import { startFakeKms, type FakeKeySpec } from '@proofrail/testkit';
import { describeFake } from '../needs/describe-fake.ts';
import type { KmsServer } from './kms-servers.ts';

export const describeFakeKms = (name: string, tests: (server: () => KmsServer) => void): void =>
  describeFake({ name: 'the fake KMS', start: () => startFakeKms() }, name, (running) =>
    tests(() => {
      const { url, credentials, createKey } = running();
      return { url, credentials, createKey: (spec) => Promise.resolve(createKey(spec as FakeKeySpec).arn) };
    }),
  );
