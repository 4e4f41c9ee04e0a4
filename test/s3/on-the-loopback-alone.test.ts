import { expect, it } from '@jest/globals';
import { listeningAddresses } from './listening-addresses.ts';
import { REAL_S3_SERVERS } from './s3-servers.ts';

const LOOPBACK = /^(0100007F|00000000000000000000000001000000|0000000000000000FFFF00000100007F)$/; // 127.0.0.1, ::1, ::ffff:127.0.0.1
const onLinux = process.platform === 'linux' ? it : it.skip;

for (const [name, describeServer] of Object.entries(REAL_S3_SERVERS))
  describeServer(`${name}, as the tests start it`, (server) => {
    onLinux('is reached by nobody outside this machine, on none of its ports', () => {
      const addresses = listeningAddresses(Number(new URL(server().url).port));
      expect(addresses.length).toBeGreaterThan(0);
      expect(addresses.filter((address) => !LOOPBACK.test(address))).toEqual([]);
    });
  });
