import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { describeFake } from '../needs/describe-fake.ts';

export const describeFakeS3 = (name: string, tests: (server: () => FakeS3) => void): void =>
  describeFake({ name: 'the fake S3', start: () => startFakeS3() }, name, tests);
