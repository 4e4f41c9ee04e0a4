export type LockMode = 'GOVERNANCE' | 'COMPLIANCE';

export const isLockMode = (text: string | undefined): text is LockMode => text === 'GOVERNANCE' || text === 'COMPLIANCE';

export interface Retention {
  readonly mode: LockMode;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface DefaultRetention {
  readonly mode: LockMode;
  readonly period: { readonly unit: 'Days' | 'Years'; readonly length: number };
}

/** What stands over one version. */
export interface VersionLock {
  readonly retention: Retention | null;
  readonly legalHold: boolean;
}

const DAY = 86_400_000;

/** Counted from the creation of the version, to the second (recorded: test_bucket_config_default_retention). */
export function retentionFrom(rule: DefaultRetention | null, created: number): Retention | null {
  if (rule === null) return null;
  const { unit, length } = rule.period;
  const until = new Date(created);
  if (unit === 'Years') until.setUTCFullYear(until.getUTCFullYear() + length);
  else until.setTime(created + length * DAY);
  return { mode: rule.mode, until: until.getTime() };
}

/** Whether a version must stay. `bypass` helps against GOVERNANCE and against nothing else. */
export function mustStay({ retention, legalHold }: VersionLock, now: number, bypass: boolean): boolean {
  if (legalHold) return true;
  if (retention === null || retention.until <= now) return false;
  return retention.mode === 'COMPLIANCE' || !bypass;
}

/** Whether a retention may take the place of another: longer and as strict always, anything else only under GOVERNANCE with bypass. */
export function mayReplace(old: Retention | null, wanted: Retention | null, now: number, bypass: boolean): boolean {
  if (old === null || old.until <= now) return true;
  const weaker = wanted === null || wanted.until < old.until || (old.mode === 'COMPLIANCE' && wanted.mode === 'GOVERNANCE');
  return !weaker || (old.mode === 'GOVERNANCE' && bypass);
}
