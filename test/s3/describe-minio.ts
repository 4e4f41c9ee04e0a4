import { startMinio, type Minio } from '@proofrail/testkit';
import { describeRealServer, type RealServer } from './describe-real-server.ts';

const MINIO: RealServer<Minio> = {
  name: 'MinIO',
  program: process.env['PROOFRAIL_MINIO'] ?? '',
  install: 'build it from test/tools/minio and set PROOFRAIL_MINIO',
  start: startMinio,
};

export const describeMinio = (name: string, tests: (server: () => Minio) => void): void => describeRealServer(MINIO, name, tests);
