import type { FactsDocument, InputDocument } from '../../context/index.ts';
import { controlReference } from '../../controls/frameworks/find-control.ts';
import { crosswalkOn } from '../../controls/frameworks/crosswalk.ts';
import type { ChangeSubject, CommonInput } from '../create-record.ts';
import type { EvidenceKind } from '../kinds.ts';
import { textDigest } from '../../canonical/text-digest.ts';
import { environmentWord } from '../environment-word.ts';

/** Where a record about one change comes from: the common fields that the facts fill. */
export function describeOrigin(
  facts: FactsDocument,
  source: InputDocument['facts'],
): Pick<CommonInput, 'system' | 'method' | 'facts'> & Partial<CommonInput> {
  const { repository, change, run } = facts;
  return {
    system: facts.platform,
    repo: repository.id,
    change_id: change.number === null ? null : `${repository.id}#${change.number}`,
    commit_sha: change.head.commit,
    head_sha: change.head.commit,
    merge_sha: change.landed,
    environment: facts.environment === null ? null : environmentWord(facts.environment.name),
    run_id: run.id,
    run_attempt: run.attempt,
    workflow_ref: textDigest(run.workflow),
    collected_at: facts.read_at,
    method: source === 'read' ? 'pull' : 'manual',
    facts: source,
  };
}

/** The change as records name what they are about. */
export const changeSubject = ({ head, landed }: FactsDocument['change']): ChangeSubject => ({ commit: head.commit, landed });

/** Control ids as records name them, with their framework and edition, in ascending order. */
export function controlReferences(ids: Iterable<string>): string[] {
  return [...new Set([...ids].flatMap((id) => controlReference(id) ?? []))].sort();
}

/** The controls that a kind of evidence supports by the crosswalk of a day: for kinds that no registry speaks of. */
export function controlsOfKind(kind: EvidenceKind, day: string): string[] {
  const rows = crosswalkOn(day).filter(({ evidence }) => evidence.includes(kind));
  return controlReferences(rows.flatMap(({ iso27001, soc2 }) => [...iso27001, ...soc2]));
}
