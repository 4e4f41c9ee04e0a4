import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Files of one kind in a file ledger's copy, over all streams, in the order of their names: the order of time and of the chain. */
export function ledgerFiles(ledger: string, kind: 'records' | 'segments'): string[] {
  const folder = path.join(ledger, 'v1', kind);
  const streams = readdirSync(folder).sort();
  return streams.flatMap((stream) =>
    readdirSync(path.join(folder, stream))
      .sort()
      .map((name) => path.join(folder, stream, name)),
  );
}

/** The element at a place counted from the end, which has to be there: the story wrote it a moment ago. */
export function fromEnd(files: readonly string[], place: number): string {
  const file = files.at(-place);
  if (file === undefined) throw new RangeError(`the demo's ledger holds fewer than ${place} such files`);
  return file;
}
