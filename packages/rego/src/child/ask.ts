import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { UnavailableError } from '@proofrail/core/outcomes';
import { childFailure, type ChildEnd } from './failure.ts';
import { collect } from './collect.ts';
import { COMPILER_SHA256 } from '../compiler-digest.ts';
import type { Limits } from '../limits.ts';

const STDERR_BYTES = 8_192; // the first lines of a Go panic name its cause; a thousand goroutines follow
const PAGES_PER_MIB = 16; // a page of WebAssembly memory has 64 KiB

/** Sends one request to a process of its own and returns the whole answer, or throws why there is none. */
export function ask(request: string, location: URL, limits: Limits): Promise<string> {
  const program = fileURLToPath(new URL('compiler.wasm.br', location));
  const nodeFlags = [
    '--liftoff-only', // Go's huge functions would be optimised for nothing: 1.20 s against 0.45 s (toolchain.md 2)
    `--wasm-max-mem-pages=${limits.memoryMiB * PAGES_PER_MIB}`,
  ];
  const child = spawn(process.execPath, [...nodeFlags, fileURLToPath(new URL('run.mjs', location)), program, COMPILER_SHA256], {
    env: {}, // no token for a policy to find, no NODE_OPTIONS to obey
    stdio: 'pipe',
    windowsHide: true,
  });

  return new Promise((resolve, reject) => {
    let cut: ChildEnd['cut'];
    const stop = (why: NonNullable<ChildEnd['cut']>) => {
      cut ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(stop, limits.seconds * 1_000, 'time');
    const answer = collect(child.stdout, limits.answerMiB * 1_048_576, () => stop('answer'));
    const stderr = collect(child.stderr, STDERR_BYTES, () => undefined);

    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(
        new UnavailableError('rego/not-started', {
          expected: 'a process for the Rego compiler',
          found: cause.message,
          at: process.execPath,
          doThis: 'check that this Node may start processes',
          cause,
        }),
      );
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const failure = childFailure({ code, signal, cut, stderr: stderr() }, program, limits);
      if (failure) reject(failure);
      else resolve(answer());
    });
    child.stdin.on('error', () => undefined); // a child that ended before it had read everything says why by its exit code
    child.stdin.end(request);
  });
}
