import type { FactsDocument } from '../../context/index.ts';
import { known, unknown, type Fact } from '../../facts/fact.ts';
import { wholeList } from '../../context/whole-list.ts';
import type { Actor, Actors } from '../actors.ts';
import type { Details } from '../evidence-record.ts';
import { textDigest } from '../../canonical/text-digest.ts';
import { environmentWord } from '../environment-word.ts';

type Environment = FactsDocument['environment'];

/** The own block of a decision about the environment that its job ran in. `actors`: by account id. */
export function describeEnvironment(environment: Environment, actors: Actors): Details<'policy.decision'>['environment'] {
  if (environment === null) return null;
  const { name, approvals, deployer, triggered_by, ...protection } = environment;
  return {
    name: environmentWord(name) ?? textDigest(name),
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
