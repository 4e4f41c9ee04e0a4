import { applicableRulesets } from '../applicable-rulesets.ts';
import type { PostureCheck } from '../posture-check.ts';
import type { BypassActor, Ruleset } from '../reads/rulesets.ts';
import { seen, type Sight } from '../sight.ts';
import type { Sights } from '../sights.ts';

type Named = Pick<Ruleset, 'name'> & { readonly actor: BypassActor };

/** All bypass actors, or unseen as soon as one list is hidden and the others are clean. */
function findActors(sights: Sights, isMeant: (actor: BypassActor) => boolean, what: string): ReturnType<PostureCheck['find']> {
  const rulesets = applicableRulesets(sights);
  if (!rulesets.seen) return rulesets;
  const lists = rulesets.value.map(({ name, bypassActors }): [string, Sight<readonly BypassActor[]>] => [name, bypassActors]);
  const actors = lists.flatMap(([name, list]) => (list.seen ? list.value.map((actor): Named => ({ name, actor })) : []));
  const meant = actors.filter(({ actor }) => isMeant(actor));
  const hidden = lists.map(([, list]) => list).find((list) => !list.seen);
  if (meant.length === 0 && hidden?.seen === false) return hidden;
  return seen(meant.map(({ name, actor }) => ({ at: `ruleset "${name}"`, what: `${describe(actor)} ${what}` })));
}

const describe = ({ actor_type: type, actor_id: id }: BypassActor): string => (id === null ? type : `${type} ${id}`);

export const bypassActors: PostureCheck = {
  code: 'bypass-actor',
  severity: 'high',
  looksFor: 'somebody who may bypass the rules at any time',
  doThis: 'empty the list; for emergencies one team in `pull_request` mode',
  rows: [42],
  find: (sights) =>
    findActors(
      sights,
      ({ actor_type: type, bypass_mode: mode }) => mode === 'always' && type !== 'DeployKey' && type !== 'Integration',
      'may bypass it at any time',
    ),
};

export const exemptActors: PostureCheck = {
  code: 'exempt-actor',
  severity: 'high',
  looksFor: 'somebody whom the rules are not even evaluated for: GitHub writes no record of it (`exempt`)',
  doThis: 'remove the actor, or change the mode to `pull_request`, which leaves a record',
  rows: [43],
  find: (sights) => findActors(sights, ({ bypass_mode: mode }) => mode === 'exempt', 'is exempt, and no bypass is recorded'),
};

export const machineBypass: PostureCheck = {
  code: 'machine-bypass',
  severity: 'high',
  looksFor: 'a deploy key or app that may push past the rules',
  doThis: 'let it open pull requests like everybody else',
  rows: [44],
  find: (sights) =>
    findActors(
      sights,
      ({ actor_type: type, bypass_mode: mode }) => mode === 'always' && (type === 'DeployKey' || type === 'Integration'),
      'may push past it',
    ),
};
