import { known, unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { analysis, newestAbout, series, type Analysis } from './analysis.ts';
import { parentsOf } from './parents-of.ts';
import type { DeliveredReport } from './scan-reports.ts';

const MOST_ANALYSES = 20;

export interface AnalysesQuestion {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  /** Of the pull request. */
  readonly head: string;
  /** The commit that is judged: the head, or that of a merge group. */
  readonly checked: string;
  /** The merge that GitHub makes of the head to try it out, as it is now. */
  readonly testMerge: string | null;
  /** Of a merge group. */
  readonly queueBranch: string | null;
}

/**
 * The second road of a report: analyses that somebody uploaded to code scanning for the judged commit, for the pull request's head or
 * for a merge of that head that GitHub tried out. Of each tool and category the newest counts. Where code scanning is off, or nothing was
 * analysed, there are none. A merge group has a branch of its own, whose analyses GitHub does not count to the pull request.
 */
export async function listAnalyses(asker: Asker, question: AnalysesQuestion): Promise<Fact<readonly Analysis[]>> {
  const { owner, name, number, checked, queueBranch } = question;
  const list = (of: { readonly pr: number } | { readonly ref: string }) => listed(asker, { owner, repo: name, ...of });
  const [ofPullRequest, ofGroup] = await Promise.all([
    list({ pr: number }),
    queueBranch === null ? known([]) : list({ ref: `refs/heads/${queueBranch}` }),
  ]);
  if (!ofPullRequest.known) return ofPullRequest;
  if (!ofGroup.known) return ofGroup;
  const ofHead = await aboutTheHead(asker, question, series(ofPullRequest.value));
  const ofCommit = series(ofGroup.value).flatMap((each) => newestAbout(each, (commit) => commit === checked));
  return known([...ofHead, ...ofCommit].filter(({ results_count }) => results_count > 0));
}

async function listed(
  asker: Asker,
  parameters: { readonly owner: string; readonly repo: string; readonly pr?: number; readonly ref?: string },
): Promise<Fact<readonly Analysis[]>> {
  const read = await asker.restPage(ENDPOINTS.analyses, { ...parameters, per_page: 100 }, v.array(analysis));
  if (!read.known) return read.why === 'absent' ? known([]) : read;
  return read.value.more ? unknown('truncated') : known(read.value.content);
}

/**
 * GitHub tries the merge out again whenever the base moves, and an analysis names the merge that it saw: so a commit that is none of
 * the present ones is asked for its parents. One that GitHub no longer shows may be such a merge, and counts: it can only add findings.
 */
async function aboutTheHead(
  asker: Asker,
  { owner, name, head, checked, testMerge }: AnalysesQuestion,
  found: readonly (readonly Analysis[])[],
): Promise<readonly Analysis[]> {
  const present = new Set([head, checked, ...(testMerge === null ? [] : [testMerge])]);
  const withFindings = found.filter((each) => each.some(({ results_count }) => results_count > 0));
  const others = new Set(withFindings.flatMap((each) => commitsBefore(each, present)));
  const parents = await parentsOf(asker, { owner, name }, [...others]);
  const isTried = (commit: string): boolean => {
    const made = parents.get(commit);
    return made === undefined || made[1] === head;
  };
  return withFindings.flatMap((each) => newestAbout(each, (commit) => present.has(commit) || isTried(commit)));
}

/** Those of a series that are newer than its first about a present commit. */
function commitsBefore(analyses: readonly Analysis[], present: ReadonlySet<string>): readonly string[] {
  const commits = analyses.map(({ commit_sha }) => commit_sha);
  const first = commits.findIndex((commit) => present.has(commit));
  return first === -1 ? commits : commits.slice(0, first);
}

/**
 * The reports of listed analyses. Who uploaded them nobody can say, so they may add findings and never stand for a scan: the facts do not
 * mention them. What the artifact of a required scan reports too is told apart from these by whoever reads both, finding by finding: that
 * a tool delivered one report says nothing about what else it found. Whoever may not read them, or not all of them, might miss the one
 * that denies.
 */
export async function readAnalyses(
  asker: Asker,
  { owner, name }: Pick<AnalysesQuestion, 'owner' | 'name'>,
  listed: Fact<readonly Analysis[]>,
): Promise<Fact<readonly DeliveredReport[]>> {
  if (!listed.known) return listed;
  if (listed.value.length > MOST_ANALYSES) return unknown('truncated');
  const reports: DeliveredReport[] = [];
  for (const { id } of listed.value) {
    const parameters = { owner, repo: name, analysis_id: Number(id), headers: { accept: 'application/sarif+json' } };
    const read = await asker.rest(ENDPOINTS.analysis, parameters, v.unknown());
    if (!read.known) return read;
    const text = typeof read.value === 'string' ? read.value : JSON.stringify(read.value);
    reports.push({ bytes: new TextEncoder().encode(text), name: `code scanning analysis ${id}` });
  }
  return known(reports);
}
