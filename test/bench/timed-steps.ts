import { spawn } from 'node:child_process';
import { SAY_CPU } from './say-cpu.ts';

/** One process of ours, started while this one goes on answering it. */
export interface Step {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

export interface Taken {
  /** Wall seconds from start to end. */
  readonly wall: number;
  /** Seconds of processor time, its own and no other's. */
  readonly cpu: number;
}

/** Runs steps one after the other and adds up what they took. A step that fails must not win a race. */
export async function timedSteps(node: string, steps: readonly Step[]): Promise<Taken> {
  let [wall, cpu] = [0, 0];
  for (const step of steps) {
    const taken = await timed(node, step);
    wall += taken.wall;
    cpu += taken.cpu;
  }
  return { wall, cpu };
}

async function timed(node: string, { name, args, env, cwd }: Step): Promise<Taken> {
  const started = process.hrtime.bigint();
  const child = spawn(node, ['--import', SAY_CPU, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  const cpu = Number(/^cpu (\d+)$/m.exec(said)?.[1]) / 1e6;
  if (code !== 0 || Number.isNaN(cpu)) throw new Error(`${name} ended with ${code}: ${said.slice(0, 600)}`);
  return { wall, cpu };
}
