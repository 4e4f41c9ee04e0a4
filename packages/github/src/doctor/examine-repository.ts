import { UnavailableError, type Outcome } from '@proofrail/core/outcomes';
import type { Severity, UnreadCheck } from '@proofrail/core/workflows';
import type { GitHubApi } from '../github-api.ts';
import { AUDIT_FINDINGS } from './audit/audit-findings.ts';
import type { AuditVerdict } from './audit/audit-finding.ts';
import { EXPECTED_RULES, isHeld } from './expected-rules.ts';
import { POSTURE_CHECKS } from './posture-checks.ts';
import { readSights } from './read-sights.ts';
import { requiredContexts } from './required-contexts.ts';
import type { Repository } from './reads/repository.ts';
import type { Sight, Unseen } from './sight.ts';
import type { Sights } from './sights.ts';

/** What the doctor says. Text from the repository is in it as it was: escape before showing. */
export interface Examination {
  readonly repository: Repository;
  readonly audit: readonly AuditAnswer[];
  readonly rules: readonly RuleAnswer[];
  readonly findings: readonly DoctorFinding[];
  /** What the token could not see. Empty is what makes an examination complete. */
  readonly invisible: readonly Invisible[];
}

export interface AuditAnswer {
  readonly id: string;
  readonly title: string;
  readonly doThis: string;
  readonly answer: AuditVerdict;
}

export interface RuleAnswer {
  readonly id: string;
  readonly title: string;
  readonly held: Sight<boolean>;
}

export interface DoctorFinding {
  readonly code: string;
  readonly severity: Severity;
  /** `file:line`, or the thing in the settings. */
  readonly at: string;
  readonly what: string;
  readonly doThis: string;
  readonly rows: readonly number[];
}

export interface Invisible {
  readonly what: string;
  readonly why: Unseen['why'];
  readonly needs: string;
}

/** Looks at a repository and judges it. UnavailableError `doctor/...` where nothing could be read: that is never a clean answer. */
export async function examineRepository(api: GitHubApi, owner: string, repo: string): Promise<Examination> {
  const sights = await readSights(api, owner, repo);
  if (!ASPECTS.some((aspect) => sights[aspect].seen)) throw nothingRead(owner, repo);
  const posture = POSTURE_CHECKS.map((check) => ({ check, sight: check.find(sights) }));
  const audit = AUDIT_FINDINGS.map(({ id, title, doThis, examine }) => ({ id, title, doThis, answer: examine(sights) }));
  const rules = EXPECTED_RULES.map((rule) => ({ id: rule.id, title: rule.title, held: isHeld(rule, sights) }));
  return {
    repository: sights.repository,
    audit,
    rules,
    findings: [
      ...posture.flatMap(({ check: { code, severity, doThis, rows }, sight }) =>
        sight.seen ? sight.value.map(({ at, what }) => ({ code, severity, at, what, doThis, rows })) : [],
      ),
      ...workflowFindings(sights),
    ],
    invisible: [
      ...audit.flatMap(({ title, answer }) =>
        answer.verdict === 'not visible' ? [hidden(title, answer.unseen.why, answer.unseen.needs)] : [],
      ),
      ...rules.flatMap(({ title, held }) => (held.seen ? [] : [hidden(`rule: ${title}`, held.why, held.needs)])),
      ...posture.flatMap(({ check, sight }) => (sight.seen ? [] : [hidden(`check ${check.code}`, sight.why, sight.needs)])),
      ...(sights.workflows.seen ? [] : [hidden('checks of workflow files', sights.workflows.why, sights.workflows.needs)]),
      ...blindChecks(sights),
    ],
  };
}

const ASPECTS = ['rules', 'rulesets', 'classic', 'environments', 'workflows', 'reported'] as const;

/** Unknown never passes quietly: with nothing found the answer is `allow` and incomplete, and who wants both asks for both. */
export function outcomeOf(
  { audit, rules, findings, invisible }: Omit<Examination, 'repository'>,
  requireComplete: boolean,
): Outcome {
  const bad =
    findings.length > 0 ||
    audit.some(({ answer }) => answer.verdict === 'found') ||
    rules.some(({ held }) => held.seen && !held.value);
  return bad || (requireComplete && invisible.length > 0) ? 'deny' : 'allow';
}

const hidden = (what: string, why: Unseen['why'], needs: string): Invisible => ({ what, why, needs });

const workflowFindings = ({ workflows }: Sights): DoctorFinding[] =>
  workflows.seen ? workflows.value.findings.map(({ file, line, ...rest }) => ({ ...rest, at: `${file}:${line}` })) : [];

function blindChecks(sights: Sights): Invisible[] {
  const { workflows } = sights;
  if (!workflows.seen) return [];
  const { blind, unread } = workflows.value;
  const byActions = new Set(requiredContexts(sights).flatMap(({ context, app }) => (mayBeActions(app) ? [context] : [])));
  return [
    ...(blind.length === 0
      ? []
      : [hidden('checks of required jobs', 'absent', 'a required check or a gate: no job of this repository is one')]),
    ...unread.filter(({ check }) => byActions.has(check)).map(unreadCheck),
  ];
}

/** What another app reports no workflow file could show. */
const mayBeActions = (app: number | null): boolean => app === null || app === GITHUB_ACTIONS;
const GITHUB_ACTIONS = 15368; // the app's id on github.com (gate.md 4.1)

export const unreadCheck = ({ check, needs }: UnreadCheck): Invisible =>
  hidden(`what required check "${check}" runs`, 'absent', needs);

const nothingRead = (owner: string, repo: string): UnavailableError =>
  new UnavailableError('doctor/nothing-read', {
    expected: 'rules, environments, workflow files or checks that the token can see',
    found: 'none of them',
    at: `${owner}/${repo}`,
    doThis: 'give the token "contents: read" and "actions: read"; nothing looked at is never ok',
  });
