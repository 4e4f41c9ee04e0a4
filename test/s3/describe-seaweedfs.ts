import path from 'node:path';
import { startSeaweedFs, type SeaweedFs } from '@proofrail/testkit';
import { describeRealServer, type RealServer } from './describe-real-server.ts';

const cached = path.resolve(import.meta.dirname, '../../node_modules/.cache/seaweedfs/bin/weed');

const SEAWEEDFS: RealServer<SeaweedFs> = {
  name: 'SeaweedFS',
  program: process.env['PROOFRAIL_WEED'] ?? cached,
  install: 'tools/seaweedfs.sh installs it, or set PROOFRAIL_WEED',
  start: startSeaweedFs,
};

export const describeSeaweedFs = (name: string, tests: (server: () => SeaweedFs) => void): void =>
  describeRealServer(SEAWEEDFS, name, tests);
