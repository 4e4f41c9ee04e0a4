import type { Readable } from 'node:stream';

/** Keeps at most `limit` bytes of a stream; calls `overflow` at the first byte beyond. The result is read when the stream has ended. */
export function collect(stream: Readable, limit: number, overflow: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk.subarray(0, Math.max(0, limit - size)));
    size += chunk.length;
    if (size > limit) overflow();
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
