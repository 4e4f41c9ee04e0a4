import type { Requirements } from './requirements.ts';
import { withTotal } from '../../facts/with-total.ts';
import { EngineError } from '../../outcomes/index.ts';
import { branchPattern } from './branch-pattern.ts';
import type { ControlRegistry, RequiredScan } from './control-registry.ts';
import { findControl } from '../frameworks/find-control.ts';
import { ALWAYS_ON, type KnownRules, type RolloutMode } from './known-rules.ts';
import type { FlowPreset } from './presets/flow.ts';
import type { Thresholds } from './presets/thresholds.ts';

const SECONDS_PER_DAY = 86_400;

export interface AskedApprovals {
  readonly minimum: number;
  readonly roles: readonly string[];
}

/** The choices of a registry, whichever form they were written in. */
export interface RegistryDraft extends Pick<
  ControlRegistry,
  'form' | 'preset' | 'retentionYears' | 'retentionByControl' | 'retentionByKind' | 'tools' | 'exceptionRoles' | 'mentionedRoles'
> {
  readonly approvals: AskedApprovals;
  readonly elevated: AskedApprovals;
  readonly protectedBranches: readonly string[];
  readonly flow: FlowPreset;
  readonly requiredChecks: Requirements['checks']['required']['items'];
  readonly scanners: readonly RequiredScan[];
  readonly thresholds: Thresholds;
  readonly immutableArtifacts: boolean;
  /** Rule → controls that name it. */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
  readonly modes: ReadonlyMap<string, RolloutMode>;
  readonly titles: ReadonlyMap<string, string>;
}

/** Resolves everything: what comes out needs no second look at a preset, a default or the file. */
export function resolveRegistry(draft: RegistryDraft, known: KnownRules): ControlRegistry {
  const switchedOn = [...new Set([...draft.rules.keys(), ...ALWAYS_ON])].sort();
  switchedOn.forEach((rule) => requireBundled(rule, known));
  const controls = switchedOn.map((rule) => [rule, controlsOf(rule, draft, known)] as const);
  const named = [...new Set(controls.flatMap(([, ids]) => ids))].sort();
  return {
    form: draft.form,
    preset: draft.preset,
    requirements: requirementsOf(draft),
    switchedOn,
    modes: Object.fromEntries(switchedOn.map((rule) => [rule, draft.modes.get(rule) ?? 'enforce'])),
    controls: Object.fromEntries(controls),
    titles: Object.fromEntries(named.map((id) => [id, draft.titles.get(id) ?? findControl(id)?.title ?? id])),
    retentionYears: draft.retentionYears,
    retentionByControl: draft.retentionByControl,
    retentionByKind: draft.retentionByKind,
    tools: draft.tools,
    exceptionRoles: draft.exceptionRoles,
    mentionedRoles: draft.mentionedRoles,
  };
}

/** A rule that the file names under no control, because a preset or the product brings it, proves the controls of its annotations. */
function controlsOf(rule: string, draft: RegistryDraft, known: KnownRules): string[] {
  const named = draft.rules.get(rule);
  if (named !== undefined && named.size > 0) return [...named].sort();
  return [...(known.rules.find(({ id }) => id === rule)?.controls.iso27001 ?? [])].sort();
}

/** The file's own rules were checked at their lines; this is for those that a preset or the product brings (attack: a rule dropped). */
function requireBundled(rule: string, known: KnownRules): void {
  if (known.rules.some(({ id }) => id === rule)) return;
  throw new EngineError('policy/rule-missing', {
    expected: `the rule ${rule} in the policy bundle`,
    found: `${known.rules.length} other rules`,
    at: 'the policy bundle of this release',
    doThis: 'Use the policy bundle that was built with this release.',
  });
}

function requirementsOf(draft: RegistryDraft): Requirements {
  const allowed = draft.flow.allowed.map(({ from, to }) => ({ from: branchPattern(from), to: branchPattern(to) }));
  const scans = draft.scanners.map((scan) => ({
    class: scan.class,
    scanner: scan.scanner,
    max_age_seconds: scan.maxAgeDays * SECONDS_PER_DAY,
  }));
  return {
    approvals: { ...approvalsOf(draft.approvals), elevated: approvalsOf(draft.elevated) },
    branches: {
      protected: withTotal([...draft.protectedBranches].sort()),
      flow: { preset: draft.flow.name, allowed: withTotal(allowed) },
    },
    checks: { required: withTotal([...draft.requiredChecks]) },
    scans: { required: withTotal(scans), thresholds: draft.thresholds },
    artifacts: { immutable: draft.immutableArtifacts },
  };
}

const approvalsOf = ({ minimum, roles }: AskedApprovals) => ({ minimum, roles: withTotal([...roles].sort()) });
