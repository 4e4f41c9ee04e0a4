import { ConfigurationError } from '../../../outcomes/index.ts';
import { checkDocument } from '../../../documents/check-document.ts';
import type { ControlRegistry } from '../control-registry.ts';
import { elevatedApprovals } from '../elevated-approvals.ts';
import type { KnownRules } from '../known-rules.ts';
import { baseline } from '../presets/baseline.ts';
import { trunk } from '../presets/trunk.ts';
import { resolveRegistry } from '../registry-draft.ts';
import { drivesNothing, missingChoice, requireControl } from '../registry-failure.ts';
import { SHORT_FORM_WORDS, shortForm, type ShortControl } from './short-form.ts';
import type { YamlDocument } from '../../../documents/strict-yaml.ts';

/** Whatever is asked of approvals: one counts only if it is a person's, somebody else's, about this very commit and still standing. */
const RULES_OF_APPROVALS = [
  'approvals.no-self-approval',
  'approvals.fresh',
  'approvals.human',
  'approvals.review-state',
  'approvals.elevated',
];
const RULES_OF_BASELINE = ['scans.complete', 'scans.threshold', 'scans.secrets'];

interface Placed {
  readonly id: string;
  readonly control: ShortControl;
  readonly document: YamlDocument;
}

/**
 * The short form: files of control id → what the pipeline has to do. Where several controls ask for the same thing, the strictest holds:
 * the larger number, and every role and branch that any of them names.
 *
 * @throws ConfigurationError `controls/...` with file, line and column
 */
export function parseShortForm(documents: readonly YamlDocument[], known: KnownRules): ControlRegistry {
  const placed = documents.flatMap(read);
  requireDistinct(placed);
  placed.forEach(requireUse);
  const asked = placed.map(({ control }) => control.pipeline ?? {});
  const protectedBranches = distinct(asked.flatMap((pipeline) => pipeline.branch_protection ?? []));
  const mentionedRoles = placed.flatMap(({ id, control, document }) =>
    (control.pipeline?.approvals?.roles ?? []).map((role, index) => ({
      role,
      at: document.at(`/${id}/pipeline/approvals/roles/${index}`),
    })),
  );
  if (protectedBranches.length === 0) {
    const first = documents[0]?.at('') ?? 'controls/';
    throw missingChoice('pipeline.branch_protection', 'preset baseline merges into protected branches only', first);
  }
  requireMinimum(placed);
  const retentionByControl = retentionOf(placed);
  const approvals = {
    minimum: Math.max(0, ...asked.map((pipeline) => pipeline.approvals?.min ?? 0)),
    roles: distinct(mentionedRoles.map(({ role }) => role)),
  };
  return resolveRegistry(
    {
      form: 'short',
      preset: 'baseline',
      approvals,
      elevated: elevatedApprovals(approvals),
      protectedBranches,
      flow: trunk(protectedBranches),
      requiredChecks: [],
      scanners: baseline.scanners,
      thresholds: baseline.thresholds,
      immutableArtifacts: asked.some((pipeline) => pipeline.artifacts !== undefined),
      retentionYears: longest(Object.values(retentionByControl)),
      retentionByControl,
      retentionByKind: {},
      rules: rulesOf(placed),
      modes: new Map(),
      titles: new Map(placed.map(({ id, control }) => [id, control.title])),
      tools: {},
      exceptionRoles: distinct(mentionedRoles.map(({ role }) => role)),
      mentionedRoles,
    },
    known,
  );
}

function read(document: YamlDocument): Placed[] {
  const file = checkDocument(document, shortForm, { area: 'controls', docs: 'docs/controls.md', words: SHORT_FORM_WORDS });
  return Object.entries(file).map(([id, control]) => {
    requireControl(id, `/${id}`, document);
    return { id, control, document };
  });
}

function requireDistinct(placed: readonly Placed[]): void {
  const seen = new Map<string, Placed>();
  for (const each of placed) {
    const before = seen.get(each.id);
    if (before !== undefined) {
      throw new ConfigurationError('controls/contradiction', {
        expected: 'each control in one file',
        found: `${each.id}, also at ${before.document.atKey(`/${each.id}`)}`,
        at: each.document.atKey(`/${each.id}`),
        doThis: 'Keep one of the two.',
      });
    }
    seen.set(each.id, each);
  }
}

/** Every key that is written has to have something in it, down to the last level. */
function requireUse({ id, control, document }: Placed): void {
  const { pipeline, evidence } = control;
  const because = 'Say what the pipeline has to do for it, or leave it out.';
  if (pipeline === undefined && evidence === undefined) throw drivesNothing(id, document.atKey(`/${id}`), because);
  if (pipeline !== undefined && Object.keys(pipeline).length === 0) {
    throw drivesNothing(`${id}.pipeline`, document.atKey(`/${id}/pipeline`), because);
  }
  if (pipeline?.approvals !== undefined && Object.keys(pipeline.approvals).length === 0) {
    throw drivesNothing(`${id}.pipeline.approvals`, document.atKey(`/${id}/pipeline/approvals`), because);
  }
}

/** The rules of approvals count them against it. */
function requireMinimum(placed: readonly Placed[]): void {
  const asking = placed.filter(({ control }) => control.pipeline?.approvals !== undefined);
  const [first] = asking;
  if (first === undefined || asking.some(({ control }) => control.pipeline?.approvals?.min !== undefined)) return;
  const { id, document } = first;
  throw missingChoice('pipeline.approvals.min', 'approvals are asked for', document.atKey(`/${id}/pipeline/approvals`));
}

function rulesOf(placed: readonly Placed[]): Map<string, Set<string>> {
  const rules = new Map<string, Set<string>>(RULES_OF_BASELINE.map((rule) => [rule, new Set()]));
  const add = (rule: string, id: string) => rules.set(rule, (rules.get(rule) ?? new Set()).add(id));
  for (const { id, control } of placed) {
    const { approvals, branch_protection, artifacts } = control.pipeline ?? {};
    if (approvals !== undefined) RULES_OF_APPROVALS.forEach((rule) => add(rule, id));
    if (approvals?.min !== undefined) add('approvals.quorum', id);
    if (approvals?.roles !== undefined) add('approvals.roles', id);
    if (branch_protection !== undefined) add('branches.flow', id);
    if (artifacts !== undefined) add('images.digest-only', id);
  }
  return rules;
}

function retentionOf(placed: readonly Placed[]): Record<string, number> {
  const asked = placed.map(({ id, control }) => [id, control.evidence?.retention_years] as const);
  return Object.fromEntries(asked.flatMap(([id, years]) => (years === undefined ? [] : [[id, years] as const])));
}

const longest = (years: readonly number[]): number => (years.length === 0 ? baseline.retentionYears : Math.max(...years));

const distinct = (items: readonly string[]): string[] => [...new Set(items)];
