import { expect, it } from '@jest/globals';
import { nodeBinary } from '@proofrail/testkit';
import { spawn } from 'node:child_process';
import path from 'node:path';

const SOURCE = path.join(import.meta.dirname, 'standard-stream.ts');

/** A process whose standard output is a pipe. */
function started(script: string) {
  const program = `import { standardStream } from ${JSON.stringify(SOURCE)};\n${script}`;
  return spawn(nodeBinary('24'), ['--input-type=module', '--no-warnings', '--eval', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it('loses nothing and keeps the order where a pipe is full and does not wait', async () => {
  // Node's own stream, once touched, makes the pipe one that refuses what has no room.
  const child = started(`process.stdout;
    const out = standardStream('stdout', () => process.exit(9));
    for (const letter of 'abc') out.write(letter.repeat(1_000_000));
    process.stderr.write('written');`);
  await new Promise((resolve) => child.stderr.once('data', resolve));
  let text = '';
  for await (const part of child.stdout.setEncoding('utf8')) text += part;
  expect(text.replaceAll(/(.)\1*/g, (run, letter) => `${letter}${run.length} `)).toBe('a1000000 b1000000 c1000000 ');
});

it('says what stands against writing instead of throwing it: a reader that went away', async () => {
  const child = started(`await new Promise((resolve) => setTimeout(resolve, 200));
    standardStream('stdout', ({ code }) => process.stderr.write(code)).write('to nobody');`);
  child.stdout.destroy();
  let said = '';
  for await (const part of child.stderr.setEncoding('utf8')) said += part;
  expect(said).toBe('EPIPE');
});
