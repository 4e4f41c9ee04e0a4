import { unknown, type Fact, type FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { compareText } from './account.ts';
import { named, oid } from './wire.ts';

const PER_PAGE = 100;
/** GitHub lists no more files of one pull request than this. */
const MOST_FILES = 3_000;

const page = v.array(
  v.object({
    sha: v.nullable(oid),
    filename: named(4096),
    status: v.picklist(['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged']),
    previous_filename: v.optional(named(4096)),
  }),
);

export interface ChangedFile {
  readonly path: string;
  readonly previous: string | null;
  /** What it holds at the head; null where it is gone, or is a link to another repository. */
  readonly blob: string | null;
}

/** Every file of the change; `count` is how many GitHub says there are. */
export async function readFiles(
  asker: Asker,
  change: { readonly owner: string; readonly name: string; readonly number: number },
  count: number,
): Promise<Fact<readonly ChangedFile[]>> {
  if (count >= MOST_FILES) return unknown('truncated');
  const files = new Map<string, ChangedFile>();
  for (let number = 1; number <= Math.max(1, Math.ceil(count / PER_PAGE)); number += 1) {
    const parameters = { owner: change.owner, repo: change.name, pull_number: change.number, per_page: PER_PAGE, page: number };
    const read = await asker.rest(ENDPOINTS.files, parameters, page);
    if (!read.known) return read;
    for (const { filename, previous_filename, sha, status } of read.value)
      files.set(filename, { path: filename, previous: previous_filename ?? null, blob: status === 'removed' ? null : sha });
  }
  if (files.size !== count) return unknown(files.size < count ? 'truncated' : 'unusable');
  return { known: true, value: [...files.values()].sort((one, other) => compareText(one.path, other.path)) };
}

export function filesFact(files: Fact<readonly ChangedFile[]>): FactsDocument['files'] {
  if (!files.known) return files;
  const items = files.value.map(({ path, previous }) => ({ path, previous }));
  return { known: true, value: { items, total: items.length } };
}
