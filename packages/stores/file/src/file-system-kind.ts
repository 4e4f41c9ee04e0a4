import { statfsSync } from 'node:fs';

/** Magic numbers of statfs(2) whose link(2) or fsync(2) promises less than a local disk (tessera, storage/posix/README.md). */
const REMOTE: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x65735546, 'FUSE'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9p'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
]);

/** The name of a network or user-space file system, or null for anything else. Best effort: only Linux answers with these numbers. */
export function remoteFileSystem(directory: string, statfs: typeof statfsSync = statfsSync): string | null {
  return REMOTE.get(Number(statfs(directory).type) >>> 0) ?? null;
}
