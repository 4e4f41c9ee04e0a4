import type { Requirements } from '../../registry/requirements.ts';
import { withTotal } from '../../../facts/with-total.ts';
import { ConfigurationError } from '../../../outcomes/index.ts';
import { elevatedApprovals, isElevated } from '../../registry/elevated-approvals.ts';
import type { AskedApprovals } from '../../registry/registry-draft.ts';

type Thresholds = Requirements['scans']['thresholds'];
type Limits = Thresholds[keyof Thresholds];
type Limit = Limits[keyof Limits];
type Asked = Requirements['approvals']['elevated'];

/**
 * What both ask for, and where they ask for the same, the more of it. A list of demands grows; a list of permissions (branches that may
 * be merged into, ways to get there) keeps only what both permit.
 *
 * @throws ConfigurationError `tighten/nothing-left`
 */
export function tightenRequirements(organisation: Requirements, repository: Requirements): Requirements {
  const [one, other] = [organisation, repository];
  const allowed = both(one.branches.flow.allowed.items, other.branches.flow.allowed.items, 'ways from branch to branch');
  const samePreset = one.branches.flow.preset === other.branches.flow.preset;
  return {
    approvals: tightApprovals(one.approvals, other.approvals),
    branches: {
      protected: withTotal(both(one.branches.protected.items, other.branches.protected.items, 'protected branches')),
      flow: { preset: samePreset ? one.branches.flow.preset : 'own', allowed: withTotal(allowed) },
    },
    checks: { required: withTotal(either(one.checks.required.items, other.checks.required.items)) },
    scans: {
      required: withTotal(either(one.scans.required.items, other.scans.required.items)),
      thresholds: tightThresholds(one.scans.thresholds, other.scans.thresholds),
    },
    artifacts: { immutable: one.artifacts.immutable || other.artifacts.immutable },
  };
}

/** Two classes above the ordinary one need not be above it together: what one asks of such changes, the other may ask of all. */
function tightApprovals(one: Requirements['approvals'], other: Requirements['approvals']): Requirements['approvals'] {
  const ordinary = moreApprovals(one, other);
  const elevated = moreApprovals(one.elevated, other.elevated);
  if (isElevated(listed(elevated), listed(ordinary))) return { ...ordinary, elevated };
  return { ...ordinary, elevated: { ...elevated, minimum: elevatedApprovals(listed(ordinary)).minimum } };
}

const listed = ({ minimum, roles }: Asked): AskedApprovals => ({ minimum, roles: roles.items });

function moreApprovals(one: Asked, other: Asked): Asked {
  const roles = either(one.roles.items, other.roles.items).sort();
  return { minimum: Math.max(one.minimum, other.minimum), roles: withTotal(roles) };
}

function tightThresholds(one: Thresholds, other: Thresholds): Thresholds {
  const limits = (name: keyof Thresholds): Limits => ({
    critical: lower(one[name].critical, other[name].critical),
    high: lower(one[name].high, other[name].high),
    medium: lower(one[name].medium, other[name].medium),
    low: lower(one[name].low, other[name].low),
  });
  return {
    sast: limits('sast'),
    dependency: limits('dependency'),
    iac: limits('iac'),
    container: limits('container'),
    dast: limits('dast'),
  };
}

/** Findings under a promise are tolerated only where both tolerate them. */
function lower(one: Limit, other: Limit): Limit {
  const numbers = [one.maximum, other.maximum].filter((maximum) => maximum !== 'unlimited');
  return {
    maximum: numbers.length === 0 ? 'unlimited' : Math.min(...numbers),
    tolerate_assigned: one.tolerate_assigned && other.tolerate_assigned,
  };
}

const key = (item: unknown): string => JSON.stringify(item);

function either<T>(one: readonly T[], other: readonly T[]): T[] {
  return [...new Map([...one, ...other].map((item) => [key(item), item])).values()];
}

function both<T>(one: readonly T[], other: readonly T[], what: string): T[] {
  const kept = one.filter((item) => other.some((each) => key(each) === key(item)));
  if (kept.length > 0 || one.length === 0) return kept;
  throw new ConfigurationError('tighten/nothing-left', {
    expected: `${what} that organisation and repository both permit`,
    found: 'none',
    at: '.proofrail/ of the repository',
    doThis: 'Name there some of those that the organisation names: a repository may take away, not add.',
  });
}
