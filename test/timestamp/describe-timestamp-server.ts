import { startTimestampServer, type TimestampServer } from '@proofrail/testkit';
import { describeRealServer } from '../needs/describe-real-server.ts';

export const describeTimestampServer = (name: string, tests: (server: () => TimestampServer) => void): void =>
  describeRealServer(
    {
      name: "sigstore's timestamp-server",
      program: process.env['PROOFRAIL_TSA'] ?? '',
      install: 'build it from test/tools/timestamp-server and set PROOFRAIL_TSA',
      start: startTimestampServer,
    },
    name,
    tests,
  );
