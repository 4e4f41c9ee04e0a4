import { checkDocument } from '../../../documents/check-document.ts';
import type { ControlRegistry } from '../control-registry.ts';
import { chosenElevated, elevatedApprovals } from '../elevated-approvals.ts';
import { ALWAYS_ON, COUNT_APPROVALS, type KnownRules } from '../known-rules.ts';
import { ownThresholds } from './own-thresholds.ts';
import { OWN_FORM_WORDS, ownForm, type OwnForm } from './own-form.ts';
import type { FlowPreset } from '../presets/flow.ts';
import { gitflow } from '../presets/gitflow.ts';
import { trunk } from '../presets/trunk.ts';
import { ConfigurationError } from '../../../outcomes/index.ts';
import { resolveRegistry, type AskedApprovals } from '../registry-draft.ts';
import { drivesNothing, missingChoice, requireControl, requireRule } from '../registry-failure.ts';
import type { YamlDocument } from '../../../documents/strict-yaml.ts';
import { toolClasses } from './tool-classes.ts';
import { yearsOfKinds } from './years-of-kinds.ts';

/** Which rule each key drives. A key without its rule, or a rule without its key, is an error. */
const DRIVES = [
  { key: 'approvals/min', rule: 'approvals.quorum' },
  { key: 'approvals/roles', rule: 'approvals.roles' },
  { key: 'approvals/elevated', rule: 'approvals.elevated' },
  { key: 'artifacts/immutable', rule: 'images.digest-only' },
  { key: 'flow', rule: 'branches.flow' },
  { key: 'protected_branches', rule: 'branches.flow' },
  { key: 'required_checks', rule: 'checks.required' },
  { key: 'scanners', rule: 'scans.complete' },
  { key: 'thresholds', rule: 'scans.threshold' },
] as const;

/** @throws ConfigurationError `controls/...` with file, line and column */
export function parseOwnForm(document: YamlDocument, known: KnownRules): ControlRegistry {
  const file = checkDocument(document, ownForm, { area: 'controls', docs: 'docs/controls.md', words: OWN_FORM_WORDS });
  const rules = rulesByControl(file, document, known);
  requireKeysAndRulesAgree(file, rules, document);
  requireRollout(file, rules, document, known);
  const roles = file.approvals?.roles ?? [];
  const approvals = { minimum: file.approvals?.min ?? 0, roles };
  const acceptance = file.exceptions?.approved_by ?? [];
  return resolveRegistry(
    {
      form: 'own',
      preset: null,
      approvals,
      elevated: elevatedOf(file, approvals, document),
      protectedBranches: file.protected_branches,
      flow: flowOf(file),
      requiredChecks: file.required_checks ?? [],
      scanners: file.scanners.map(({ class: scanClass, tool, max_age_days }) => ({
        class: scanClass,
        scanner: tool,
        maxAgeDays: max_age_days,
      })),
      thresholds: ownThresholds(file.thresholds, document),
      immutableArtifacts: file.artifacts?.immutable ?? false,
      retentionYears: file.evidence.retention_years,
      retentionByControl: {},
      retentionByKind: yearsOfKinds(file, document),
      rules,
      modes: new Map(Object.entries(file.rollout ?? {})),
      titles: new Map(Object.entries(file.controls).flatMap(([id, { title }]) => (title === undefined ? [] : [[id, title]]))),
      tools: toolClasses(file, document),
      exceptionRoles: file.exceptions?.approved_by ?? roles,
      mentionedRoles: [
        ...mentions(roles, '/approvals/roles', document),
        ...mentions(file.approvals?.elevated?.roles ?? [], '/approvals/elevated/roles', document),
        ...mentions(acceptance, '/exceptions/approved_by', document),
      ],
    },
    known,
  );
}

function elevatedOf(file: OwnForm, ordinary: AskedApprovals, document: YamlDocument): AskedApprovals {
  const chosen = file.approvals?.elevated;
  if (chosen === undefined) return elevatedApprovals(ordinary);
  return chosenElevated(chosen, ordinary, document.atKey('/approvals/elevated'));
}

function mentions(roles: readonly string[], pointer: string, document: YamlDocument): ControlRegistry['mentionedRoles'] {
  return roles.map((role, index) => ({ role, at: document.at(`${pointer}/${index}`) }));
}

function rulesByControl(file: OwnForm, document: YamlDocument, known: KnownRules): Map<string, Set<string>> {
  const rules = new Map<string, Set<string>>();
  for (const [control, { rules: named }] of Object.entries(file.controls)) {
    requireControl(control, `/controls/${control}`, document);
    named.forEach((rule, index) => {
      requireRule(rule, document.at(`/controls/${control}/rules/${index}`), known);
      rules.set(rule, (rules.get(rule) ?? new Set()).add(control));
    });
  }
  return rules;
}

function requireKeysAndRulesAgree(file: OwnForm, rules: ReadonlyMap<string, unknown>, document: YamlDocument): void {
  if (file.approvals !== undefined && Object.keys(file.approvals).length === 0) {
    throw drivesNothing('approvals', document.atKey('/approvals'), 'Say min or roles, or leave the key out.');
  }
  if (file.approvals?.elevated !== undefined && Object.keys(file.approvals.elevated).length === 0) {
    throw drivesNothing('approvals.elevated', document.atKey('/approvals/elevated'), 'Say min or roles, or leave the key out.');
  }
  for (const { key, rule } of DRIVES) {
    const written = isWritten(file, key);
    if (written && !rules.has(rule)) {
      throw drivesNothing(
        key.replace('/', '.'),
        document.atKey(`/${key}`),
        `Name the rule ${rule} under a control${isAsked(key) ? '; rollout may have it in shadow at first' : ', or leave the key out'}.`,
      );
    }
    if (!written && rules.has(rule))
      throw missingChoice(key.replace('/', '.'), `rule ${rule} is named`, document.atKey('/controls'));
  }
  const counting = COUNT_APPROVALS.find((rule) => rules.has(rule));
  if (counting !== undefined && file.approvals?.min === undefined)
    throw missingChoice('approvals.min', `rule ${counting} is named`, document.atKey('/controls'));
}

/** Without the key the form is refused: nobody may be sent in a circle. */
const isAsked = (key: string): boolean => key in ownForm.entries && ownForm.entries[key as keyof OwnForm].type !== 'optional';

function isWritten(file: OwnForm, key: (typeof DRIVES)[number]['key']): boolean {
  if (key === 'approvals/min') return file.approvals?.min !== undefined;
  if (key === 'approvals/roles') return file.approvals?.roles !== undefined;
  if (key === 'approvals/elevated') return file.approvals?.elevated !== undefined;
  if (key === 'artifacts/immutable') return file.artifacts !== undefined;
  return file[key] !== undefined;
}

function requireRollout(file: OwnForm, rules: ReadonlyMap<string, unknown>, document: YamlDocument, known: KnownRules): void {
  for (const [rule, mode] of Object.entries(file.rollout ?? {})) {
    const at = document.atKey(`/rollout/${rule}`);
    requireRule(rule, at, known);
    if (ALWAYS_ON.some((each) => each === rule) && mode !== 'enforce') {
      throw new ConfigurationError('controls/always-enforced', {
        expected: `${rule} in mode enforce: it guards the other rules`,
        found: mode,
        at,
        doThis: 'Remove this line.',
      });
    }
    if (!rules.has(rule) && mode !== 'enforce')
      throw drivesNothing(`rollout.${rule}`, at, 'Name the rule under a control, or leave the line out.');
  }
}

function flowOf(file: OwnForm): FlowPreset {
  if (file.flow === 'gitflow') return gitflow;
  if (file.flow === 'trunk') return trunk(file.protected_branches);
  return { name: 'own', allowed: file.flow };
}
