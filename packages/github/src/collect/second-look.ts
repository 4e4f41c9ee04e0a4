import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { PULL_REQUEST } from '../change/change-head.ts';
import { oid } from '../change/wire.ts';
import { blob, blobBytes } from '../configuration/blob.ts';
import { MOST_BLOBS, rereadDocument } from '../documents/reread-document.ts';
import type { WantedChange } from './wanted-change.ts';

const nowPart = v.object({
  headRefOid: oid,
  baseRefName: v.string(),
  baseRef: v.nullable(v.object({ target: v.object({ oid }) })),
});

export interface SecondLook {
  readonly head: string;
  readonly base: string;
  readonly tip: string | null;
}

export interface SecondReading {
  /** Where the change stands now. */
  readonly now: Fact<SecondLook>;
  readonly textOf: (blob: string) => Fact<string>;
}

/** Reads head and live base tip once more, last of all, and the text of the files that nothing else read. */
export async function lookAgain(asker: Asker, wanted: WantedChange, blobs: readonly string[]): Promise<SecondReading> {
  const texts = new Map<string, Fact<string>>();
  const distinct = [...new Set(blobs)];
  let now: Fact<SecondLook> = unknown('absent');
  for (let start = 0; start === 0 || start < distinct.length; start += MOST_BLOBS) {
    const batch = distinct.slice(start, start + MOST_BLOBS);
    const { owner, name } = wanted.repository;
    const ids = Object.fromEntries(batch.map((id, index) => [`blob${index}`, id]));
    const answer = await asker.graphql(rereadDocument(batch.length), { owner, name, number: wanted.number, ...ids });
    batch.forEach((id, index) => {
      const read = answer.part(['repository'], v.object({ [`blob${index}`]: blob }), 'contents');
      const found = read.known ? read.value[`blob${index}`] : undefined;
      texts.set(id, found === undefined ? unknown(read.known ? 'unusable' : read.why) : textOf(found, id));
    });
    const read = answer.part(PULL_REQUEST, nowPart, 'pull-requests');
    now = read.known
      ? {
          known: true,
          value: { head: read.value.headRefOid, base: read.value.baseRefName, tip: read.value.baseRef?.target.oid ?? null },
        }
      : read;
  }
  return { now, textOf: (id) => texts.get(id) ?? unknown('absent') };
}

function textOf(found: v.InferOutput<typeof blob>, id: string): Fact<string> {
  if (found.oid !== id) return unknown('unusable');
  const bytes = blobBytes(found);
  return bytes.known ? { known: true, value: new TextDecoder().decode(bytes.value) } : bytes;
}
