import type { FactsDocument } from '../../context/index.ts';
import type { Details } from '../evidence-record.ts';
import { textDigest } from '../../canonical/text-digest.ts';
import { environmentWord } from '../environment-word.ts';

/** What a decision is about. Branch names are their owners' text and enter as digests. */
export function decisionSubject({
  repository,
  change,
  environment,
}: Pick<FactsDocument, 'repository' | 'change' | 'environment'>): Details<'policy.decision'>['subject'] {
  return {
    repository: repository.id,
    kind: change.kind,
    number: change.number,
    head: change.head.commit,
    base: change.base.commit,
    checked: change.checked,
    landed: change.landed,
    head_branch: textDigest(change.head.branch),
    base_branch: textDigest(change.base.branch),
    digest: null,
    environment: environment === null ? null : environmentWord(environment.name),
  };
}
