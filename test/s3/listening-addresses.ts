import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';

interface Listening {
  /** Hexadecimal, as the kernel writes it: `0100007F` is 127.0.0.1. */
  readonly address: string;
  readonly port: number;
  readonly inode: string;
}

/** Every address on which the process listens that listens on this port: proc(5), so on Linux alone. */
export function listeningAddresses(port: number): string[] {
  const all = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(listeningIn);
  const asked = all.find((one) => one.port === port);
  if (asked === undefined) throw new Error(`nobody listens on port ${port}`);
  const pid = processes().find((each) => socketsOf(each).has(asked.inode));
  if (pid === undefined) throw new Error(`nobody who may be looked at listens on port ${port}`);
  const sockets = socketsOf(pid);
  return all.filter(({ inode }) => sockets.has(inode)).map(({ address }) => address);
}

function listeningIn(file: string): Listening[] {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , , state]) => state === LISTENING)
    .map((cells) => {
      const [address = '', port = ''] = (cells[1] ?? '').split(':');
      return { address, port: Number.parseInt(port, 16), inode: cells[9] ?? '' };
    });
}

const processes = (): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

/** Inodes of its sockets; none where it has ended, or is somebody else's. */
function socketsOf(pid: string): ReadonlySet<string> {
  const found = new Set<string>();
  try {
    for (const file of readdirSync(`/proc/${pid}/fd`)) {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${file}`)) ?? [];
      if (inode !== undefined) found.add(inode);
    }
  } catch {
    return found;
  }
  return found;
}
