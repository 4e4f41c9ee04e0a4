import { pseudonymOf, type IdentityStore } from '../evidence/index.ts';
import type { EvidenceLog, WrittenRecord } from '../gate/index.ts';
import type { JudgedCommit } from './excuse-commits.ts';
import { mergeEvidence, type MergeEvidenceContext } from './merge-evidence.ts';

/** One record for each commit, in the order of the branch: the last one is where the next check begins. */
export async function recordMerges(
  commits: readonly JudgedCommit[],
  context: Omit<MergeEvidenceContext, 'pushedBy'>,
  { evidence, identities }: { readonly evidence: EvidenceLog; readonly identities: IdentityStore },
): Promise<readonly WrittenRecord[]> {
  const written: WrittenRecord[] = [];
  for (const commit of commits) {
    const { pushedBy: id } = commit.landed;
    const pushedBy = id === null ? null : await pseudonymOf(`github:${id}`, identities);
    const draft = mergeEvidence(commit, { ...context, pushedBy });
    written.push(await (draft.kind === 'change.merged' ? evidence.append(draft) : evidence.append(draft)));
  }
  return written;
}
