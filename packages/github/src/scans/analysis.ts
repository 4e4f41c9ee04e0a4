import * as v from 'valibot';
import { compareText } from '../change/account.ts';
import { numericId, oid, time } from '../change/wire.ts';

/** One upload to code scanning, as the list tells of it. */
export const analysis = v.object({
  id: numericId,
  commit_sha: oid,
  created_at: time,
  results_count: v.number(),
  category: v.nullish(v.string(), null),
  sarif_id: v.nullish(v.string(), null),
  tool: v.object({ name: v.nullish(v.string(), null) }),
});
export type Analysis = v.InferOutput<typeof analysis>;

/** By tool and category, the newest first: a newer one of the same answers for the older ones, as on GitHub's own pages. */
export function series(analyses: readonly Analysis[]): readonly (readonly Analysis[])[] {
  const found = new Map<string, Analysis[]>();
  for (const each of [...analyses].sort(newestFirst)) {
    const name = JSON.stringify([each.tool.name, each.category]);
    found.set(name, [...(found.get(name) ?? []), each]);
  }
  return [...found.values()];
}

/** The newest of one series that is about the change, and what came in the same upload. */
export function newestAbout(analyses: readonly Analysis[], isAbout: (commit: string) => boolean): readonly Analysis[] {
  const about = analyses.filter(({ commit_sha }) => isAbout(commit_sha));
  const [newest] = about;
  return about.filter((each) => each === newest || (each.sarif_id !== null && each.sarif_id === newest?.sarif_id));
}

const newestFirst = (one: Analysis, other: Analysis): number => compareText(orderOf(other), orderOf(one));
const orderOf = ({ created_at, id }: Analysis): string => `${created_at} ${id.padStart(20, '0')}`;
