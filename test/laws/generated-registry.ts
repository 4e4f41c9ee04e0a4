import type { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { BOB, CAROL } from '../../packages/core/src/context/test/sample-change.ts';

export const ROLES_FILE = `roles:\n  security: ["${BOB}"]\n  platform: ["${CAROL}"]\n`;

/** Names of one scanner, and of others: whoever renames one must not lose its reports. */
export const SCANNERS = ['Semgrep', 'Semgrep OSS', 'semgrep oss', 'CodeQL', 'acme-scan'] as const;
const KNOWN = SCANNERS.filter((name) => name !== 'acme-scan');

const APPROVALS = [
  null,
  { rules: ['approvals.quorum'], text: '{min: 1}' },
  { rules: ['approvals.quorum'], text: '{min: 2}' },
  { rules: ['approvals.roles'], text: '{roles: [security]}' },
  { rules: ['approvals.quorum', 'approvals.roles'], text: '{min: 1, roles: [platform, security]}' },
  { rules: ['approvals.quorum', 'approvals.elevated'], text: '{min: 1, elevated: {min: 2}}' },
  { rules: ['approvals.elevated'], text: '{elevated: {roles: [security]}}' },
] as const;

/** Mostly with a way in common: a pair without one is refused before it judges anything. */
const FLOWS = ['trunk', 'trunk', 'trunk', '[{from: "*", to: develop}, {from: "*/*", to: "*"}]'];

const OTHERS = ['approvals.fresh', 'approvals.human', 'approvals.no-self-approval', 'approvals.review-state', 'scans.secrets'];

/** A registry in our own form, or the short one: every choice that a rule is driven by, in each of its ways. */
export function generatedRegistry(random: SeededRandom): Readonly<Record<string, string>> {
  return random.below(4) === 0 ? shortForm(random) : ownForm(random);
}

function ownForm(random: SeededRandom): Readonly<Record<string, string>> {
  const some = (chance: number): boolean => random.below(chance) === 0;
  const approvals = random.pick(APPROVALS);
  const [checked, immutable] = [some(3), some(3)];
  const rules = [
    ...['branches.flow', 'scans.complete', 'scans.threshold'],
    ...(approvals?.rules ?? []),
    ...(checked ? ['checks.required'] : []),
    ...(immutable ? ['images.digest-only'] : []),
    ...OTHERS.filter(() => some(4)),
  ];
  const modes = rules.flatMap((rule) =>
    rule !== 'scans.complete' && some(2) ? [`  ${rule}: ${random.pick(['shadow', 'shadow', 'warn', 'enforce'])}`] : [],
  );
  const lines = [
    'proofrail: controls/v1',
    `controls: {A.8.32: {rules: [${rules.join(', ')}]}}`,
    ...(approvals === null ? [] : [`approvals: ${approvals.text}`]),
    `flow: ${random.pick(['gitflow', ...FLOWS])}`,
    `protected_branches: [${random.pick(['develop', 'develop, main'])}]`,
    ...(checked ? [`required_checks: [{name: ${random.pick(['test', 'build'])}, app_id: "15368", workflow: null}]`] : []),
    `scanners: [${scannersOf(random)}]`,
    ...toolsOf(random),
    `thresholds: ${random.pick(['baseline', 'sla', '{preset: baseline, sast: {critical: any, high: any, medium: any, low: any}}'])}`,
    ...(immutable ? ['artifacts: {immutable: true}'] : []),
    'evidence: {retention_years: 1}',
    ...(modes.length === 0 ? [] : ['rollout:', ...modes]),
  ];
  return { 'controls.yaml': `${lines.join('\n')}\n` };
}

/** One that asks for scans and no more: what it calls the scanners decides. */
export function generatedScanners(random: SeededRandom): Readonly<Record<string, string>> {
  const lines = [
    'proofrail: controls/v1',
    'controls: {A.8.29: {rules: [branches.flow, scans.complete, scans.threshold]}}',
    'flow: trunk',
    'protected_branches: [develop, main]',
    `scanners: [{class: sast, tool: ${random.pick(['Semgrep', 'Semgrep', 'Semgrep', 'any'])}, max_age_days: 2}]`,
    ...toolsOf(random),
    'thresholds: {preset: baseline, sast: {critical: 1, high: any, medium: any, low: any}}',
    'evidence: {retention_years: 1}',
    `rollout: {scans.threshold: ${random.pick(['shadow', 'enforce'])}}`,
  ];
  return { 'controls.yaml': `${lines.join('\n')}\n` };
}

function scannersOf(random: SeededRandom): string {
  const [first, second] = random.shuffled([...KNOWN, 'Semgrep', 'Semgrep', 'any']);
  return [first, ...(random.below(3) === 0 ? [second] : [])]
    .map((tool) => `{class: sast, tool: ${tool}, max_age_days: ${1 + random.below(2)}}`)
    .join(', ');
}

function toolsOf(random: SeededRandom): string[] {
  const named = SCANNERS.filter((name) => random.below(name === 'semgrep oss' ? 20 : 3) === 0);
  if (named.length === 0) return [];
  return ['tools:', ...named.map((name) => `  ${name}: ${random.below(3) === 0 ? VOUCHED : 'sast'}`)];
}

const VOUCHED = '{class: sast, clean_reports_list_no_rules: true}';

function shortForm(random: SeededRandom): Readonly<Record<string, string>> {
  const pipeline = [
    `branch_protection: [${random.pick(['develop', 'develop, main'])}]`,
    ...(random.below(2) === 0 ? [`approvals: ${random.pick(['{min: 1}', '{min: 1, roles: [security]}'])}`] : []),
    ...(random.below(2) === 0 ? ['artifacts: {immutable: true}'] : []),
  ];
  const tools = toolsOf(random);
  return {
    'controls/iso27001.yaml': `A.8.32:\n  title: Changes\n  pipeline: {${pipeline.join(', ')}}\n`,
    ...(tools.length === 0 ? {} : { 'tools.yaml': `${tools.join('\n')}\n` }),
  };
}
