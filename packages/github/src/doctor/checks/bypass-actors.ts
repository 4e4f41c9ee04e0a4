import { applicableRulesets } from '../applicable-rulesets.ts';
import { isEmergencyTeam, nameOfActor } from '../emergency-team.ts';
import type { PostureCheck } from '../posture-check.ts';
import type { BypassActor, Ruleset } from '../reads/rulesets.ts';
import { seen, type Sight } from '../sight.ts';
import type { Sights } from '../sights.ts';

type Named = Pick<Ruleset, 'name'> & { readonly actor: BypassActor };

/** All bypass actors, or unseen as soon as one list is hidden and the others are clean. */
function findActors(
  sights: Sights,
  isMeant: (actor: BypassActor) => boolean,
  what: (actor: BypassActor) => string,
): ReturnType<PostureCheck['find']> {
  const rulesets = applicableRulesets(sights);
  if (!rulesets.seen) return rulesets;
  const lists = rulesets.value.map(({ name, bypassActors }): [string, Sight<readonly BypassActor[]>] => [name, bypassActors]);
  const actors = lists.flatMap(([name, list]) => (list.seen ? list.value.map((actor): Named => ({ name, actor })) : []));
  const meant = actors.filter(({ actor }) => isMeant(actor));
  const hidden = lists.map(([, list]) => list).find((list) => !list.seen);
  if (meant.length === 0 && hidden?.seen === false) return hidden;
  return seen(meant.map(({ name, actor }) => ({ at: `ruleset "${name}"`, what: `${nameOfActor(actor)} ${what(actor)}` })));
}

const isMachine = ({ actor_type: type }: BypassActor): boolean => type === 'DeployKey' || type === 'Integration';
const isExempt = ({ bypass_mode: mode }: BypassActor): boolean => mode === 'exempt';
/** A mode that is not known is taken for the worst. */
const when = ({ bypass_mode: mode }: BypassActor): string => (mode === 'pull_request' ? 'by a pull request' : 'at any time');

export const bypassActors: PostureCheck = {
  code: 'bypass-actor',
  severity: 'high',
  looksFor: 'somebody who may bypass the rules: at any time, or by a pull request without being a team for emergencies',
  doThis: 'empty the list; for emergencies one team in `pull_request` mode',
  rows: [42],
  find: (sights) =>
    findActors(
      sights,
      (actor) => !isExempt(actor) && !isMachine(actor) && !isEmergencyTeam(actor),
      (actor) => `may bypass it ${when(actor)}`,
    ),
};

export const exemptActors: PostureCheck = {
  code: 'exempt-actor',
  severity: 'high',
  looksFor: 'somebody whom the rules are not even evaluated for: GitHub writes no record of it (`exempt`)',
  doThis: 'remove the actor; for emergencies one team in `pull_request` mode, which leaves a record',
  rows: [43],
  find: (sights) => findActors(sights, isExempt, () => 'is exempt, and no bypass is recorded'),
};

export const machineBypass: PostureCheck = {
  code: 'machine-bypass',
  severity: 'high',
  looksFor: 'a deploy key or app that may push, or merge its pull requests, past the rules',
  doThis: 'take it off the list: let it open pull requests, and have people approve them like all others',
  rows: [44],
  find: (sights) =>
    findActors(
      sights,
      (actor) => isMachine(actor) && !isExempt(actor),
      (actor) => `may go past it ${when(actor)}`,
    ),
};
