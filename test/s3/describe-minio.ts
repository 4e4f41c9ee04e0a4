import { startMinio, type Minio, type WebIdentity } from '@proofrail/testkit';
import { describeRealServer } from '../needs/describe-real-server.ts';

/** `identity`: whose tokens open a role of the server, if any do. */
export const describeMinio = (
  name: string,
  tests: (server: () => Minio) => void,
  identity: () => Promise<WebIdentity | null> = () => Promise.resolve(null),
): void =>
  describeRealServer(
    {
      name: 'MinIO',
      path: process.env['PROOFRAIL_MINIO'] ?? '',
      install: 'build it from test/tools/minio and set PROOFRAIL_MINIO',
      start: async (program) => startMinio(program, await identity()),
    },
    name,
    tests,
  );
