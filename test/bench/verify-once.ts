import { spawnSync } from 'node:child_process';
import type { Ground } from './ground.ts';
import { SAY_PEAK } from './say-peak.ts';

export interface Run {
  readonly seconds: number;
  /** Bytes of memory at most, of all threads together. */
  readonly peak: number;
}

/** `proofrail verify` as a whole process over a ledger that is right. */
export const verifyOnce = (ground: Ground, order: readonly string[], env: NodeJS.ProcessEnv = {}): Run =>
  commandOnce(ground, ['verify', ...order], env);

/** Any command of `proofrail` that ends well. */
export function commandOnce({ node, proofrail }: Ground, order: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const started = process.hrtime.bigint();
  const args = ['--import', SAY_PEAK, proofrail, ...order];
  const { status, stdout } = spawnSync(node, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const [, kilobytes] = /peak (\d+) KiB/.exec(stdout) ?? [];
  if (status !== 0 || kilobytes === undefined) throw new Error(`${order[0]} ended with ${status}: ${stdout.slice(0, 400)}`);
  return { seconds, peak: Number(kilobytes) * 1024 };
}
