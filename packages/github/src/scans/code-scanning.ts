import { known, unknown, type Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { numericId } from '../change/wire.ts';
import type { DeliveredReport } from './scan-reports.ts';

const analysis = v.object({
  id: numericId,
  commit_sha: v.string(),
  results_count: v.number(),
  tool: v.object({ name: v.nullish(v.string(), null) }),
});
type Analysis = v.InferOutput<typeof analysis>;
const MOST_ANALYSES = 20;

export interface AnalysesQuestion {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  /** The judged commit, and the merge that GitHub makes of it to try it out. */
  readonly commits: readonly string[];
}

/**
 * The second road of a report: analyses that somebody uploaded to code scanning for the judged commit. Where code scanning is off, or
 * nothing was analysed, there are none.
 */
export async function listAnalyses(
  asker: Asker,
  { owner, name, number, commits }: AnalysesQuestion,
): Promise<Fact<readonly Analysis[]>> {
  const listed = await asker.restPage(ENDPOINTS.analyses, { owner, repo: name, pr: number, per_page: 100 }, v.array(analysis));
  if (!listed.known) return listed.why === 'absent' ? known([]) : listed;
  const found = listed.value.content.filter(({ commit_sha, results_count }) => commits.includes(commit_sha) && results_count > 0);
  return listed.value.more ? unknown('truncated') : known(found);
}

export interface ListedAnalyses {
  readonly owner: string;
  readonly name: string;
  readonly listed: Fact<readonly Analysis[]>;
  /** Tools whose own report arrived by the other road: their findings would count twice. */
  readonly delivered: readonly string[];
}

/**
 * The reports of listed analyses. Who uploaded them nobody can say, so they may add findings and never stand for a scan: the facts do not
 * mention them. Whoever may not read them, or not all of them, might miss the one that denies.
 */
export async function readAnalyses(
  asker: Asker,
  { owner, name, listed, delivered }: ListedAnalyses,
): Promise<Fact<readonly DeliveredReport[]>> {
  if (!listed.known) return listed;
  const tools = delivered.map((tool) => tool.toLowerCase());
  const found = listed.value.filter(({ tool }) => !tools.includes((tool.name ?? '').toLowerCase()));
  if (found.length > MOST_ANALYSES) return unknown('truncated');
  const reports: DeliveredReport[] = [];
  for (const { id } of found) {
    const parameters = { owner, repo: name, analysis_id: Number(id), headers: { accept: 'application/sarif+json' } };
    const read = await asker.rest(ENDPOINTS.analysis, parameters, v.unknown());
    if (!read.known) return read;
    const text = typeof read.value === 'string' ? read.value : JSON.stringify(read.value);
    reports.push({ bytes: new TextEncoder().encode(text), name: `code scanning analysis ${id}` });
  }
  return known(reports);
}
