import { known, type Fact } from '@proofrail/core/context';
import { workflowBlob, type Workflows } from './workflows.ts';

/** Anywhere in the text: a comment that looks like a call makes this stricter, and a way to write a call that was overlooked would not. */
const LOCAL_CALL = /\.\/(\.github\/workflows\/[^'"\s#,}\]]+)/g;

export interface WorkflowsOfCommits {
  readonly judged: Workflows;
  readonly trusted: Workflows;
  readonly textOf: (blob: string) => Promise<Fact<string>>;
}

/**
 * Whether each workflow of the same repository that this one calls, itself or by way of others, is the protected one too. GitHub takes it
 * from the commit that runs: a caller that nobody altered says nothing about the work, if the change altered what is called. Nothing is
 * read where the change altered no workflow at all.
 */
export async function callsUnaltered(blob: string, { judged, trusted, textOf }: WorkflowsOfCommits): Promise<Fact<boolean>> {
  if (listing(judged) === listing(trusted)) return known(true);
  const seen = new Set<string>();
  const left = [blob];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const text = await textOf(next);
    if (!text.known) return text;
    for (const [, path = ''] of text.value.matchAll(LOCAL_CALL)) {
      if (seen.has(path)) continue;
      seen.add(path);
      const called = workflowBlob(judged, path);
      if (called === null || called !== workflowBlob(trusted, path)) return known(false);
      left.push(called);
    }
  }
  return known(true);
}

const listing = (workflows: Workflows): string =>
  JSON.stringify((workflows?.object?.entries ?? []).map(({ name, mode, oid }) => [name, mode, oid]).sort());
