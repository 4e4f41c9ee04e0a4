import type { Severity } from '../../facts/words.ts';
import type { JsonCursor } from '../../documents/index.ts';
import { statedLevel } from './level.ts';
import { severityOfLevel } from './security-severity.ts';

/** A line of the message, as Trivy has it. */
const SEVERITY_LINE = /^Severity: (critical|high|medium|low|unknown)\s*$/im;

/** How grave a result calls itself, whatever its rule says; null where it leaves that to the rule. */
export function ownSeverity(result: JsonCursor): Severity | null {
  const [, written] = SEVERITY_LINE.exec(result.object('message')?.text('text') ?? '') ?? [];
  if (written !== undefined) return written.toLowerCase() as Severity;
  const level = statedLevel(result);
  return level === null ? null : severityOfLevel(level);
}
