import { describe, expect, it } from '@jest/globals';
import { appendingProcesses } from './appending-processes.ts';
import { REAL_S3_SERVERS } from './s3-servers.ts';

const LOAD = { processes: 16, appends: 6, roundTrip: 20 };
const ALL = LOAD.processes * LOAD.appends;

describe(`${LOAD.processes} processes that append to one stream over ${LOAD.roundTrip} ms`, () => {
  for (const [name, describeServer] of Object.entries(REAL_S3_SERVERS)) {
    describeServer(`of ${name}`, (server) => {
      it(`lose none of their ${ALL} records, and none counts twice`, async () => {
        const { acknowledged, complaints, answer } = await appendingProcesses(server(), LOAD);
        expect(complaints).toEqual([]);
        expect(acknowledged).toBe(ALL);
        expect(answer).toMatchObject({ outcome: 'allow', findings: [], receipts: ALL, streams: [{ verified: ALL }] });
      }, 300_000);
    });
  }
});
