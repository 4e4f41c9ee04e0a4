import * as v from 'valibot';
import { text } from '../../facts/words.ts';
import { ConfigurationError } from '../../outcomes/index.ts';
import { checkDocument } from '../../documents/check-document.ts';
import type { YamlDocument } from '../../documents/strict-yaml.ts';
import { scannerName } from '../registry/scanner-name.ts';
import type { ToolClass } from '../registry/tool-class.ts';
import { listOfDistinct, toolName } from '../registry/vocabulary.ts';

const workflow = v.pipe(
  v.string(),
  v.regex(/^\.github\/workflows\/[^/]{1,200}\.ya?ml$/, 'a workflow of this repository: .github/workflows/file.yml'),
);
/** That of an organisation's gate lies in another repository, at whatever commit the ruleset requires. */
const gateWorkflow = v.pipe(
  v.string(),
  v.regex(
    /^(?:[\w.-]{1,100}\/[\w.-]{1,100}\/)?\.github\/workflows\/[^/@]{1,200}\.ya?ml$/,
    'a workflow: .github/workflows/file.yml, or owner/repository/.github/workflows/file.yml',
  ),
);
const artifact = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'the name of an artifact'));
/** Pinned: a tag or a branch can be moved under the registry. */
const pinned = v.pipe(
  v.string(),
  v.regex(
    /^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[^@/]+\.ya?ml@([0-9a-f]{40}|[0-9a-f]{64})$/,
    'owner/repository/.github/workflows/file.yml@ and a full commit id',
  ),
);
/** Not a pattern of the registry's choosing: it is matched against what an outsider writes, at any length. */
const ticketPrefix = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,19}$/, 'the letters before the number, such as PAY'));

const report = v.strictObject({
  scanner: toolName,
  workflow,
  artifact,
  reusable: v.optional(listOfDistinct(pinned)),
});
const gate = v.strictObject({ check: text(200), workflow: gateWorkflow });
const sourcesFile = v.strictObject({
  gate: v.optional(gate),
  reports: v.optional(v.pipe(v.array(report), v.minLength(1, 'at least one report'))),
  tickets: v.optional(listOfDistinct(ticketPrefix)),
  security_marks: v.optional(listOfDistinct(text(100))),
});

const WORDS = [...Object.keys(sourcesFile.entries), ...Object.keys(report.entries), ...Object.keys(gate.entries)];

/** Where a collector finds what the registry asks for. */
export interface Sources {
  /** The artifact of the workflow that holds each scanner's report, and pinned workflows that may make it in a change of that workflow. */
  readonly reports: readonly {
    readonly scanner: string;
    readonly workflow: string;
    readonly artifact: string;
    readonly reusable: readonly string[];
  }[];
  /** The check by which the gate itself reports, and the workflow that it belongs to; null where nobody said it. */
  readonly gate: { readonly check: string; readonly workflow: string } | null;
  /** `PAY` for tickets such as PAY-311. */
  readonly tickets: readonly string[];
  /** Words and labels that mark a review thread as one about security. */
  readonly securityMarks: readonly string[];
}

export const NO_SOURCES: Sources = { reports: [], gate: null, tickets: [], securityMarks: [] };

/**
 * `.proofrail/sources.yaml`, beside either form of the registry.
 *
 * @throws ConfigurationError `sources/...` with file, line and column
 */
export function sourcesOf(document: YamlDocument, tools: Readonly<Record<string, ToolClass>>): Sources {
  const file = checkDocument(document, sourcesFile, { area: 'sources', docs: 'docs/controls.md', words: WORDS });
  const reports = (file.reports ?? []).map((each) => ({ ...each, reusable: each.reusable ?? [] }));
  const seen = new Set<string>();
  reports.forEach(({ scanner }, index) => {
    const name = scannerName(scanner, tools);
    if (seen.has(name)) throw twoSources(scanner, document.at(`/reports/${index}/scanner`));
    seen.add(name);
  });
  return { reports, gate: file.gate ?? null, tickets: file.tickets ?? [], securityMarks: file.security_marks ?? [] };
}

/** Of two reports of one scanner the clean one would stand for both. */
const twoSources = (scanner: string, at: string): ConfigurationError =>
  new ConfigurationError('sources/duplicate', {
    expected: 'one source for each scanner',
    found: `${scanner} again, under this name or another`,
    at,
    doThis:
      'Keep one of them; a scanner that reports in several files may put them into one artifact. Two tools that share a name in the list of known ones are told apart by naming each under "tools".',
  });
