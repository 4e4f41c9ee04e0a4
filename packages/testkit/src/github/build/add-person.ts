import type { Access, Person } from '../state/person.ts';
import type { Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';

export interface NewPerson {
  readonly id?: number;
  readonly kind?: Person['kind'];
  readonly access?: Access;
}

export function addPerson(scenario: Scenario, repository: Repository, login: string, options: NewPerson = {}): Person {
  const id = options.id ?? scenario.nextId();
  const person: Person = { id, login, kind: options.kind ?? 'User', emails: [`${login.toLowerCase()}@acme.example`] };
  scenario.people.set(id, person);
  repository.access.set(id, options.access ?? 'write');
  return person;
}
