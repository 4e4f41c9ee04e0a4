import { known, unknown, type Fact } from '../../context/fact.ts';
import type { JsonCursor } from '../../documents/index.ts';
import type { Finding } from '../finding.ts';
import type { ReportTool } from '../scan-report.ts';
import { ArtifactPaths } from './artifact-paths.ts';
import { Invocations } from './invocations.ts';
import { readResult } from './result.ts';
import { RuleIndex } from './rule-index.ts';

export interface Run {
  readonly tool: ReportTool;
  /** How many rules were loaded, when the run shows that it ended well. */
  readonly rules: Fact<number>;
  readonly findings: readonly Finding[];
}

const UNNAMED = 'unnamed tool';

/** One run of one tool (3.14). A result that a baseline comparison calls absent is about an earlier scan and is left out. */
export function readRun(run: JsonCursor): Run {
  const driver = run.object('tool')?.object('driver') ?? null;
  const rules = new RuleIndex(run.object('tool'));
  const invocations = new Invocations(run, driver);
  const paths = new ArtifactPaths(run);
  const tool = { name: driver?.text('name') || UNNAMED, version: driver === null ? null : versionOf(driver) };
  const results = run.objects('results');
  const current = (results ?? []).filter((result) => result.text('baselineState') !== 'absent');
  return {
    tool,
    rules: completeness(run, driver, rules, invocations, results !== null),
    findings: current.map((result) => readResult(result, { tool: tool.name, rules, invocations, paths })),
  };
}

function versionOf(driver: JsonCursor): string | null {
  return driver.text('version') ?? driver.text('semanticVersion') ?? driver.text('dottedQuadFileVersion');
}

/** 3.14.23: a run without `results` is one that never came to produce any, and is not a clean one. */
function completeness(
  run: JsonCursor,
  driver: JsonCursor | null,
  rules: RuleIndex,
  invocations: Invocations,
  hasResults: boolean,
): Fact<number> {
  if (driver === null || !driver.text('name') || !hasResults || rules.size === 0) return unknown('unusable');
  if (!invocations.endedWell()) return unknown('unusable');
  if (run.object('externalPropertyFileReferences')?.raw('results') !== undefined) return unknown('truncated');
  return known(rules.size);
}
