import { fstatSync, writeSync } from 'node:fs';

/** Standard output or standard error: where text goes, and whether somebody looks at it there. */
export interface StandardStream {
  readonly isTTY: boolean;
  /** Of a terminal. */
  readonly columns?: number;
  write(text: string): void;
}

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const;

/**
 * Node makes its own stream when it is first touched, and for a pipe it loads its network to do so: 5 ms of a gate, whose output CI
 * always pipes. So text is written straight where no terminal can be, and Node's stream gets what cannot be written at once: it knows how
 * to wait for a slow reader. `onLost`: what was written did not arrive, and why.
 */
export function standardStream(name: keyof typeof DESCRIPTORS, onLost: (cause: NodeJS.ErrnoException) => void): StandardStream {
  const descriptor = DESCRIPTORS[name];
  const nodeStream = (): NodeJS.WriteStream => process[name].on('error', onLost);
  if (mayBeTerminal(descriptor)) return nodeStream();
  let stream: NodeJS.WriteStream | null = null;
  return {
    isTTY: false,
    write: (text) => {
      const left = stream === null ? writeAtOnce(descriptor, Buffer.from(text)) : Buffer.from(text);
      if (left.length > 0) (stream ??= nodeStream()).write(left);
    },
  };
}

/** A terminal is a character device; what cannot be asked may be anything. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return true;
  }
}

/** What is left over, because there is no room or nobody reads: the stream waits for the one and says the other. */
function writeAtOnce(descriptor: number, bytes: Uint8Array): Uint8Array {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch {
    return bytes.subarray(written);
  }
  return bytes.subarray(written);
}
