import type { Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { named, oid } from '../change/wire.ts';
import { originsDocument } from '../documents/origins-document.ts';
import type { Branch } from './branch.ts';

const defaultPart = v.object({ defaultBranchRef: v.object({ name: named(1024), target: v.object({ oid }) }) });

/** The branch that speaks where a commit names none. */
export async function readDefaultBranch(
  asker: Asker,
  { owner, name }: Branch['repository'],
): Promise<Fact<{ name: string; tip: string }>> {
  const answer = await asker.graphql(originsDocument(0), { owner, name, branch: '', ref: '', queue: false });
  const read = answer.part(['repository'], defaultPart, 'contents');
  if (!read.known) return read;
  const { name: branch, target } = read.value.defaultBranchRef;
  return { known: true, value: { name: branch, tip: target.oid } };
}
