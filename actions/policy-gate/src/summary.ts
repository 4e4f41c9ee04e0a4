import type { MissingPermission } from '@proofrail/github';
import { changePage } from './page/change-page.ts';
import type { Gated, GatedChange } from './run.ts';

/** The job's page: of a pull request one, of a merge group one for each of its pull requests. */
export function summary({ outcome, changes, recording, missing, manifest }: Gated): string {
  const heading = changes.length === 1 ? '##' : '###';
  const pages = changes.map((change) => changePage(change, { recording, manifest, heading }));
  const [only] = pages;
  const parts =
    pages.length === 1 && only !== undefined
      ? [only]
      : [
          `# ${HEADLINES[outcome]}: ${changes.length} changes, judged one by one`,
          ...pages.map((page, index) => named(changes[index], page)),
        ];
  return `${[...parts, ...permissions(missing)].join('\n\n')}\n`;
}

const HEADLINES = { allow: '✅ Allowed', provisional: '🕓 Provisional', deny: '❌ Denied', invalid: '⚠️ Not judged' } as const;

function named(change: GatedChange | undefined, page: string): string {
  if (change?.verdict.kind !== 'judged') return page;
  const { number, checked } = change.verdict.judgement.facts.change;
  return `## ${number === null ? `Commit ${checked}, which no pull request brought` : `Pull request #${number}`}\n\n${page}`;
}

/** What a job may not read is unknown, and unknown passes no rule: the lines that mend it, to be copied as they are. */
function permissions(missing: readonly MissingPermission[]): string[] {
  if (missing.length === 0) return [];
  const names = missing.map(({ permission }) => `  ${permission}: read`);
  return ['**The job may not read everything.** Grant it', ['```yaml', 'permissions:', ...names, '```'].join('\n')];
}
