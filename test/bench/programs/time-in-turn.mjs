// Times whole processes in turn, A B A B …, from a small process of its own: a parent that holds material of hundreds of megabytes takes
// ten milliseconds longer to start any child, and every ratio would look better than it is. In: [programs, pairs] as JSON. Out: seconds.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeSync } from 'node:fs';

const [programs, pairs] = JSON.parse(readFileSync(0, 'utf8'));

for (const program of programs) seconds(program); // does not count
writeSync(1, JSON.stringify(Array.from({ length: pairs }, () => programs.map(seconds))));

function seconds({ name, command, args, exits = [0] }) {
  const started = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(command, args, { maxBuffer: 1 << 30 });
  const elapsed = Number(process.hrtime.bigint() - started) / 1e9;
  if (error !== undefined) throw error;
  // A program that fails fast must not win a race.
  if (!exits.includes(status)) throw new Error(`${name} ended with ${status}: ${stderr.toString().slice(0, 400)}`);
  return elapsed;
}
