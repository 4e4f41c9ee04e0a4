import type { Severity } from '../../facts/words.ts';
import type { JsonCursor } from '../../documents/index.ts';
import type { Finding, Location } from '../finding.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { shortTitle } from '../short-title.ts';
import type { ArtifactPaths } from './artifact-paths.ts';
import { identify } from './identity.ts';
import type { Invocations } from './invocations.ts';
import { statedLevel, type Level } from './level.ts';
import { messageText } from './message-text.ts';
import { ownSeverity } from './own-severity.ts';
import { kindOf } from './result-kind.ts';
import { ruleIdIn, tagsOf, type Rule, type RuleIndex } from './rule-index.ts';
import { graver, severityOfLevel, statedSeverity } from './security-severity.ts';

export interface RunContext {
  readonly tool: string;
  readonly rules: RuleIndex;
  /** Those whose score is not that of each of their results. */
  readonly contested: ReadonlySet<Rule>;
  readonly invocations: Invocations;
  readonly paths: ArtifactPaths;
}

const UNIDENTIFIED = 'unidentified'; // a result may come without any rule id (3.27.5)
const LONGEST_RULE_ID = 1024; // what the input document of the gate takes

/** One result (3.27) as a finding. */
export function readResult(result: JsonCursor, run: RunContext): Finding {
  const rule = run.rules.ruleOf(result);
  const properties = result.object('properties');
  const locations = result.objects('locations') ?? [];
  const physical = locations[0]?.object('physicalLocation') ?? null;
  const location = readLocation(physical, run.paths);
  const id = ruleIdOf(result, rule);
  const title = shortTitle(messageText(result.object('message'), rule) ?? rule?.title ?? id);
  return {
    tool: run.tool,
    rule: id,
    severity: severityOf(result, rule, run),
    title,
    fingerprint: fingerprintOf({
      tool: run.tool,
      rule: id,
      file: location?.file ?? '',
      ...identify(result, locations, run.paths, title),
    }),
    suppressed: isSuppressed(result),
    location,
    tags: properties === null ? (rule?.tags ?? []) : [...(rule?.tags ?? []), ...tagsOf(properties)],
  };
}

function ruleIdOf(result: JsonCursor, rule: Rule | null): string {
  const id = ruleIdIn(result) ?? (rule?.id || UNIDENTIFIED);
  return id.length <= LONGEST_RULE_ID ? id : result.fail('ruleId', `a rule id of at most ${LONGEST_RULE_ID} characters`);
}

/**
 * A stated severity, on the result or else on its rule, outranks the level. `open` and `review` mean that the tool could not decide
 * (3.27.9): unknown, never harmless.
 */
function severityOf(result: JsonCursor, rule: Rule | null, { invocations, contested }: RunContext): Severity {
  const kind = kindOf(result);
  if (kind === 'open' || kind === 'review') return 'unknown';
  const level = effectiveLevel(result, rule, invocations);
  if (kind !== 'fail') return severityOfLevel(level);
  const inherited = rule?.severity ?? severityOfLevel(level);
  const own = rule !== null && contested.has(rule) ? ownSeverity(result) : null;
  return statedSeverity(result.object('properties')) ?? (own === null ? inherited : graver(inherited, own));
}

/** 3.27.10: stated, else none unless it is a failure, else from the command line, else from the rule, else `warning`. */
function effectiveLevel(result: JsonCursor, rule: Rule | null, invocations: Invocations): Level {
  const stated = statedLevel(result);
  if (stated !== null) return stated;
  if (kindOf(result) !== 'fail') return 'none';
  return invocations.levelFor(result, rule) ?? rule?.level ?? 'warning';
}

/**
 * Every suppression has to be accepted (3.35.3: no status means accepted). Samples of the SARIF tutorials let one accepted
 * suppression outweigh a rejected one; a gate shows the stricter reading.
 */
function isSuppressed(result: JsonCursor): boolean {
  const suppressions = result.objects('suppressions') ?? [];
  return suppressions.length > 0 && suppressions.every((one) => (one.text('status') ?? 'accepted') === 'accepted');
}

function readLocation(physical: JsonCursor | null, paths: ArtifactPaths): Location | null {
  const file = paths.pathOf(physical?.object('artifactLocation') ?? null);
  if (physical === null || file === null) return null;
  const region = physical.object('region');
  return { file, line: fromOne(region?.integer('startLine')), column: fromOne(region?.integer('startColumn')) };
}

function fromOne(number: number | null | undefined): number | null {
  return typeof number === 'number' && number >= 1 ? number : null;
}
