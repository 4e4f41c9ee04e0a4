import { known, unknown, type Fact, type UnknownReason } from '../../facts/fact.ts';
import type { JsonCursor } from '../../documents/index.ts';
import type { Finding } from '../finding.ts';
import type { ReportProblem, ReportTool } from '../scan-report.ts';
import { ArtifactPaths } from './artifact-paths.ts';
import { contestedRules } from './contested-rules.ts';
import { Invocations } from './invocations.ts';
import { liveElsewhere } from './live-elsewhere.ts';
import { readResult } from './result.ts';
import { RuleIndex } from './rule-index.ts';

export interface Run {
  readonly tool: ReportTool;
  /** How many rules were loaded, when the run shows that it ended well. */
  readonly rules: Fact<number>;
  /** Why that is unknown; null where it is known. */
  readonly problem: ReportProblem | null;
  /** Whether it shows everything else that a clean run shows, and only lists no rule. */
  readonly cleanWithoutRules: boolean;
  readonly findings: readonly Finding[];
}

const UNNAMED = 'unnamed tool';

/** One run of one tool (3.14). A result that a baseline comparison calls absent is about an earlier scan and is left out. */
export function readRun(run: JsonCursor): Run {
  const driver = run.object('tool')?.object('driver') ?? null;
  const rules = new RuleIndex(run.object('tool'));
  const invocations = new Invocations(run, driver, rules);
  const paths = new ArtifactPaths(run);
  const tool = { name: nameOf(driver) ?? UNNAMED, version: driver === null ? null : versionOf(driver) };
  const results = run.objects('results');
  const ending = badEnding(run, driver, results, invocations);
  const problem = ending ?? (rules.size === 0 ? 'no-rules' : null);
  const current = (results ?? []).filter((result) => result.text('baselineState') !== 'absent');
  const context = { tool: tool.name, rules, contested: contestedRules(current, rules), invocations, paths };
  return {
    tool,
    rules: problem === null ? known(rules.size) : unknown(reasonFor(problem)),
    problem,
    cleanWithoutRules: problem === 'no-rules' && results?.length === 0 && isCleanWithoutRules(run, tool, invocations),
    findings: current.map((result) => readResult(result, context)),
  };
}

/** Null for a blank one, too. */
function nameOf(driver: JsonCursor | null): string | null {
  const name = driver?.text('name') ?? '';
  return name.trim() === '' ? null : name;
}

function versionOf(driver: JsonCursor): string | null {
  return driver.text('version') ?? driver.text('semanticVersion') ?? driver.text('dottedQuadFileVersion');
}

const reasonFor = (problem: ReportProblem): UnknownReason => (problem === 'elsewhere' ? 'truncated' : 'unusable');

/** Null: it ended well. 3.14.23: a run without `results` is one that never came to produce any, and is not a clean one. */
function badEnding(
  run: JsonCursor,
  driver: JsonCursor | null,
  results: readonly JsonCursor[] | null,
  invocations: Invocations,
): ReportProblem | null {
  if (nameOf(driver) === null) return 'no-tool';
  if (results === null) return 'no-results';
  if (!invocations.endedWell()) return 'ended-badly';
  return liveElsewhere(run.object('externalPropertyFileReferences')) ? 'elsewhere' : null;
}

/**
 * Rules that were loaded show that something was looked for. Without them, a tool that found nothing has to say more than most do: who
 * it is and in which version, that it was started and came to its end, and not that there was nothing to look at.
 */
function isCleanWithoutRules(run: JsonCursor, tool: ReportTool, invocations: Invocations): boolean {
  return (tool.version ?? '') !== '' && invocations.count > 0 && !sawNothing(run);
}

/** An empty list of artifacts (3.14.15), or no line of code: Bandit over an empty folder calls itself successful all the same. */
function sawNothing(run: JsonCursor): boolean {
  const totals = run.object('properties')?.object('metrics')?.object('_totals');
  return run.objects('artifacts')?.length === 0 || totals?.raw('loc') === 0;
}
