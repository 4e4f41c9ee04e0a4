import { applicableRulesets, type ApplicableRuleset } from '../applicable-rulesets.ts';
import { isEmergencyTeam, nameOfActor } from '../emergency-team.ts';
import type { ClassicProtection } from '../reads/classic-protection.ts';
import { found, notFound, notVisible, type AuditFinding } from './audit-finding.ts';

export const bypassableProtection: AuditFinding = {
  id: 'bypassable-protection',
  title: 'Branch protection can be bypassed',
  doThis:
    'require pull requests, empty the bypass list, and let administrators be bound too; import the ruleset that belongs to the gate',
  examine(sights) {
    const { rules, classic } = sights;
    const rulesets = applicableRulesets(sights);
    const holes = [
      ...(rulesets.seen ? rulesets.value.flatMap(openTo) : []),
      ...(classic.seen && classic.value !== null ? openByClassic(classic.value) : []),
    ];
    const asksForPullRequests =
      (rules.seen && rules.value.some(({ type }) => type === 'pull_request')) ||
      (classic.seen && classic.value?.required_pull_request_reviews !== undefined);
    if (holes.length > 0) return found(holes.join('; '));
    if (rules.seen && classic.seen && !asksForPullRequests) return found('nothing asks for a pull request: a push is enough');
    if (!rules.seen) return notVisible('the rules of the branch', rules);
    if (!classic.seen) return notVisible('whether classic protection binds administrators', classic);
    if (!rulesets.seen) return notVisible('the rulesets behind the rules', rulesets);
    for (const { name, bypassActors } of rulesets.value)
      if (!bypassActors.seen) return notVisible(`who may bypass ruleset "${name}"`, bypassActors);
    return notFound(inEmergencies(rulesets.value));
  },
};

/** A bypass at any time, and an exemption, may leave no trace; one by pull request does, and is for one team and an emergency. */
function openTo({ name, bypassActors: actors }: ApplicableRuleset): string[] {
  if (!actors.seen) return [];
  const open = actors.value.filter((actor) => !isEmergencyTeam(actor));
  return open.map(({ actor_type, bypass_mode }) => `ruleset "${name}": ${actor_type} may bypass it (${bypass_mode})`);
}

function inEmergencies(rulesets: readonly ApplicableRuleset[]): string {
  const teams = rulesets.flatMap(({ name, bypassActors: actors }) =>
    actors.seen ? actors.value.map((actor) => `${nameOfActor(actor)} of ruleset "${name}"`) : [],
  );
  return teams.length === 0
    ? 'nobody may bypass it'
    : `only a team may, by a pull request that leaves a record: ${teams.join(', ')}`;
}

function openByClassic({ enforce_admins: admins, required_pull_request_reviews: reviews }: ClassicProtection): string[] {
  const allowed = Object.values(reviews?.bypass_pull_request_allowances ?? {})
    .filter(Array.isArray)
    .flat();
  return [
    ...(admins.enabled ? [] : ['classic protection does not bind administrators']),
    ...(allowed.length === 0 ? [] : [`classic protection lets ${allowed.length} actors pass by pull requests`]),
  ];
}
