import type { BypassActor } from './reads/rulesets.ts';

/** The one bypass that is no hole: a team that may merge a pull request in an emergency, which leaves a record. Any other mode is worse. */
export const isEmergencyTeam = ({ actor_type: type, bypass_mode: mode }: BypassActor): boolean =>
  type === 'Team' && mode === 'pull_request';

/** As a rule names it; its name takes another question. */
export const nameOfActor = ({ actor_type: type, actor_id: id }: BypassActor): string => (id === null ? type : `${type} ${id}`);
