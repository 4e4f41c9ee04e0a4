import { unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { PULL_REQUEST } from '../change/change-head.ts';
import { fileAtHead, fileEntry, type FileAtHead } from '../change/file-at-head.ts';
import { oid } from '../change/wire.ts';
import { MOST_FILES_AGAIN, rereadDocument } from '../documents/reread-document.ts';
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
  /** By path. */
  readonly fileAt: (path: string) => Fact<FileAtHead>;
}

/** Files of the head that nothing else read, with the objects that the list of changed files had for them. */
export interface FilesOfHead {
  readonly head: string;
  readonly files: readonly { readonly path: string; readonly blob: string }[];
}

/** Reads head and live base tip once more, last of all, and the files that nothing else read. */
export async function lookAgain(asker: Asker, wanted: WantedChange, { head, files }: FilesOfHead): Promise<SecondReading> {
  const found = new Map<string, Fact<FileAtHead>>();
  let now: Fact<SecondLook> = unknown('absent');
  for (let start = 0; start === 0 || start < files.length; start += MOST_FILES_AGAIN) {
    const batch = files.slice(start, start + MOST_FILES_AGAIN);
    const { owner, name } = wanted.repository;
    const paths = Object.fromEntries(batch.map(({ path }, index) => [`path${index}`, path]));
    const variables = { owner, name, number: wanted.number, ...(batch.length === 0 ? {} : { head }), ...paths };
    const answer = await asker.graphql(rereadDocument(batch.length), variables);
    batch.forEach(({ path, blob }, index) => {
      const read = answer.part(['repository', 'head'], v.object({ [`file${index}`]: fileEntry }), 'contents');
      found.set(path, read.known ? fileAtHead(read.value[`file${index}`] ?? null, blob) : read);
    });
    const read = answer.part(PULL_REQUEST, nowPart, 'pull-requests');
    now = read.known
      ? {
          known: true,
          value: { head: read.value.headRefOid, base: read.value.baseRefName, tip: read.value.baseRef?.target.oid ?? null },
        }
      : read;
  }
  return { now, fileAt: (path) => found.get(path) ?? unknown('absent') };
}
