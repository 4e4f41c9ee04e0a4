import type { FactsDocument } from '../../context/index.ts';
import { known, unknown, type Fact } from '../../facts/fact.ts';
import { wholeList } from '../../context/whole-list.ts';
import type { Actor, Actors } from '../actors.ts';
import type { Details } from '../evidence-record.ts';
import { textDigest } from '../../canonical/text-digest.ts';
import { isShortWord } from '../words.ts';

type Environment = FactsDocument['environment'];

/** Its name for the columns that take plain words alone. */
export function environmentWord(environment: Environment): string | null {
  return environment !== null && isShortWord(environment.name) ? environment.name : null;
}

/** The own block of a decision about the environment that its job ran in. `actors`: by account id. */
export function describeEnvironment(environment: Environment, actors: Actors): Details<'policy.decision'>['environment'] {
  if (environment === null) return null;
  const { name, approvals, deployer, triggered_by, ...protection } = environment;
  return {
    name: isShortWord(name) ? name : textDigest(name),
    ...protection,
    approvals: approvalsOf(approvals, actors),
    deployer: actorOf(deployer, actors),
    triggered_by: actorOf(triggered_by, actors),
  };
}

type Approvals = Extract<Details<'policy.decision'>['environment'], object>['approvals'];

function approvalsOf(approvals: Extract<Environment, object>['approvals'], actors: Actors): Approvals {
  const listed = wholeList(approvals, (approval) => approval);
  if (!listed.known) return listed;
  return known(
    listed.value.items.flatMap(({ person, ...approval }) => {
      const id = actors.get(person);
      return id === undefined ? [] : [{ id, ...approval, derived: true as const }];
    }),
  );
}

function actorOf(person: Fact<string>, actors: Actors): Fact<Actor> {
  if (!person.known) return person;
  const actor = actors.get(person.value);
  return actor === undefined ? unknown('unusable') : known(actor);
}

/** Every account that the block names. */
export function peopleOfEnvironment(environment: Environment): string[] {
  if (environment === null) return [];
  const { approvals, deployer, triggered_by } = environment;
  return [
    ...(approvals.known ? approvals.value.items.map(({ person }) => person) : []),
    ...[deployer, triggered_by].flatMap((person) => (person.known ? [person.value] : [])),
  ];
}
