import { execFileSync } from 'node:child_process';

export interface OpensslSpeed {
  /** SHA-256 over pieces as large as a record, bytes a second. */
  readonly hashing: number;
  /** Ed25519 verifications a second. */
  readonly verifying: number;
}

/** What OpenSSL does on so many cores at once, measured for a second each: the floor under any verifier that checks every byte. */
export function opensslSpeed(cores: number): OpensslSpeed {
  return {
    hashing: last(speed(cores, ['-bytes', '2048', '-evp', 'sha256'])),
    verifying: last(speed(cores, ['ed25519'])),
  };
}

function speed(cores: number, what: readonly string[]): string {
  const options = ['speed', '-mr', '-seconds', '1', '-multi', String(cores), ...what];
  return execFileSync('openssl', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** The sum over all cores is the last line: `+F25:sha256:1254051840.00`, `+F6:0:253:Ed25519:28989.62:10927.00`. */
function last(report: string): number {
  const figure = Number(report.trim().split(':').at(-1));
  if (Number.isFinite(figure)) return figure;
  throw new Error(`openssl speed said ${JSON.stringify(report.slice(-200))}`);
}
