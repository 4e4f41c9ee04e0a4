import { known, unknown, type Fact } from '../../facts/fact.ts';
import { describeValue, type JsonCursor } from '../../documents/index.ts';
import { ConfigurationError } from '../../outcomes/index.ts';
import { numberLookAlikes } from '../number-look-alikes.ts';
import type { ReportReader } from '../report-reader.ts';
import type { ReportContent, ReportProblem, UnlistedRules } from '../scan-report.ts';
import { liveElsewhere } from './live-elsewhere.ts';
import { readRun, type Run } from './run.ts';

const VERSION = '2.1.0';

/**
 * SARIF 2.1.0 (OASIS Standard, 2020-03-27). Earlier versions name their tools and rules in other places: reading one with these
 * eyes would find nothing, so they are refused.
 */
export const sarifReader = {
  format: 'sarif' as const,
  title: 'SARIF 2.1.0',
  mediaType: 'application/sarif+json', // as registered with IANA

  recognises(document) {
    const schema = document.raw('$schema');
    return document.raw('runs') !== undefined || (typeof schema === 'string' && /sarif/i.test(schema));
  },

  read(document) {
    if (document.raw('version') !== VERSION) throw otherVersion(document);
    if (document.raw('runs') === undefined) document.fail('runs', 'a list of runs');
    const runs = (document.objects('runs') ?? []).map(readRun);
    const findings = numberLookAlikes(runs.flatMap((run) => run.findings));
    const complete = allComplete(runs.map((run) => run.rules));
    const elsewhere = externalised(document);
    return {
      tools: runs.map((run) => run.tool),
      result: elsewhere ?? (complete.known ? known({ rules: complete.value, findings: findings.length }) : complete),
      unlisted: elsewhere === null ? unlistedRules(runs) : null,
      problem: elsewhere === null ? problemOf(runs) : 'elsewhere',
      findings,
    } satisfies ReportContent;
  },
} satisfies ReportReader;

function otherVersion(document: JsonCursor): ConfigurationError {
  return new ConfigurationError('report/version', {
    expected: `SARIF version "${VERSION}"`,
    found: describeValue(document.raw('version')),
    at: document.at('version'),
    doThis: 'let the scanner write SARIF 2.1.0: other versions keep tools and rules in other places',
  });
}

/** The number of rules over all runs: every run has to have ended well, and there has to be one. */
function allComplete(runs: readonly Fact<number>[]): Fact<number> {
  if (runs.length === 0) return unknown('absent');
  let rules = 0;
  for (const run of runs) {
    if (!run.known) return run;
    rules += run.value;
  }
  return known(rules);
}

/** Of the run for which the whole report counts as unknown. */
const problemOf = (runs: readonly Run[]): ReportProblem | null =>
  runs.length === 0 ? 'no-run' : (runs.find(({ problem }) => problem !== null)?.problem ?? null);

/** One run that ended badly, or that found something without naming a rule, and no word of its tool counts. */
function unlistedRules(runs: readonly Run[]): UnlistedRules | null {
  const tools = runs.filter((run) => run.cleanWithoutRules).map((run) => run.tool.name);
  if (tools.length === 0 || !runs.every((run) => run.rules.known || run.cleanWithoutRules)) return null;
  return { tools, rules: runs.reduce((sum, { rules }) => sum + (rules.known ? rules.value : 0), 0) };
}

/** Results that live beside the runs (3.15.2, 4): what is in `runs` is then only a part of what the scanner said. */
function externalised(document: JsonCursor): Fact<never> | null {
  const inline = document.objects('inlineExternalProperties') ?? [];
  return inline.some(liveElsewhere) ? unknown('truncated') : null;
}
