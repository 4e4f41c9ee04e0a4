import type { TrailFinding } from '@proofrail/audit/cloudtrail';

/** What is wrong, with what AWS says was done and by whom: may hold an outsider's text. */
export function trailFindingText({ key, event, found, detail }: TrailFinding): string {
  const deed = event === null ? '' : ` ${event.name} by ${event.by}, ${new Date(event.time).toISOString()}, event ${event.id}.`;
  return `${detail}${deed} (${key}${found === null ? '' : `: ${found}`})`;
}
