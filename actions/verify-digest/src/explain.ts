import type { Verified } from './run.ts';

/** What was found about one image, and for a refused one what to do: plain text, unescaped. */
export function explain({ answer }: Verified): string {
  if (answer.outcome === 'deny') return answer.reason;
  const given = answer.factsGiven ? '; facts given, not read' : '';
  return `from commit ${answer.commit} (claimed by ${answer.linkClaimedBy}), which was allowed${given}${ORDER[answer.foundBy]}`;
}

const ORDER = {
  stream: '',
  pointers: '; not sealed: that nothing newer says otherwise rests on the bucket',
} as const;
