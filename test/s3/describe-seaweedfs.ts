import { startSeaweedFs, type SeaweedFs } from '@proofrail/testkit';
import { describeRealServer, type RealServer } from '../needs/describe-real-server.ts';
import { WEED } from './weed.ts';

const SEAWEEDFS: RealServer<SeaweedFs> = {
  name: 'SeaweedFS',
  path: WEED,
  install: 'tools/seaweedfs.sh installs it, or set PROOFRAIL_WEED',
  start: startSeaweedFs,
};

export const describeSeaweedFs = (name: string, tests: (server: () => SeaweedFs) => void): void =>
  describeRealServer(SEAWEEDFS, name, tests);
