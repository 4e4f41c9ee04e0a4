import type { Sha256 } from '@proofrail/core/canonical';

export interface KeptAnswer {
  readonly asked: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly sha256: Sha256;
  readonly body: Buffer;
}

/** What docs/evidence-format.md says of a document of answers, and no more: nothing of ours reads one. */
export function answersOfDocument(document: Uint8Array): KeptAnswer[] {
  const bytes = Buffer.from(document);
  const line = bytes.indexOf('\n');
  const index = JSON.parse(bytes.toString('utf8', 0, line)) as { schema: string; answers: (KeptAnswer & { bytes: number })[] };
  let at = line + 1;
  const found = index.answers.map(({ bytes: length, ...rest }) => {
    at += length;
    return { ...rest, body: bytes.subarray(at - length, at) };
  });
  if (index.schema !== 'proofrail.answers/v1' || at !== bytes.length) throw new Error('no document of answers');
  return found;
}
