import { readSync } from 'node:fs';
import { ConfigurationError } from '@proofrail/core/outcomes';

const STANDARD_INPUT = 0;

/**
 * Everything that standard input holds, up to `most` bytes.
 *
 * @throws ConfigurationError `file/too-large`, `file/absent` when nothing is connected
 */
export function readStandardInput(bounds: { readonly most: number }): Uint8Array {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536);
    const count = readChunk(chunk);
    if (count === 0) return Buffer.concat(chunks);
    total += count;
    if (total > bounds.most) throw problem('file/too-large', `at most ${bounds.most} bytes`, 'more');
    chunks.push(chunk.subarray(0, count));
  }
}

function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(STANDARD_INPUT, chunk);
    } catch (cause) {
      const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
      if (code === 'EOF') return 0;
      // A pipe whose writer has not written yet: wait, it is how shells connect programs.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      else throw problem('file/absent', 'something on standard input', typeof code === 'string' ? code : 'an error', cause);
    }
  }
}

const problem = (code: `file/${string}`, expected: string, found: string, cause?: unknown): ConfigurationError =>
  new ConfigurationError(code, {
    expected,
    found,
    at: 'standard input',
    doThis: 'pipe the document in, or name a file instead of "-"',
    cause,
  });
