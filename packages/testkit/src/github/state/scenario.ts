import type { Token } from '../permissions/token.ts';
import type { App } from './check.ts';
import { GitDatabase } from './git-database.ts';
import type { Person } from './person.ts';
import { fullName, type Repository } from './repository.ts';

/** GitHub's own caps, lower in a test that wants to meet one. */
export interface Caps {
  pullRequestFiles: number;
  pullRequestCommits: number;
  compareFiles: number;
  blobTextBytes: number;
  treeEntries: number;
}

/** Everything the fake knows. Tests change it while the server runs; every answer is made from it anew. */
export class Scenario {
  readonly git = new GitDatabase();
  readonly people = new Map<number, Person>();
  readonly apps = new Map<number, App>();
  readonly repositories = new Map<number, Repository>();
  readonly tokens = new Map<string, Token>();
  readonly caps: Caps = {
    pullRequestFiles: 3000, // GET pulls/{n}/files
    pullRequestCommits: 250, // GET pulls/{n}/commits
    compareFiles: 300, // GET compare/{basehead}
    blobTextBytes: 512_000, // GraphQL Blob.text
    treeEntries: 100_000, // GET git/trees/{sha}
  };
  #now: Date;
  #lastId = 5_000_000;

  constructor(start: Date) {
    this.#now = start;
  }

  get now(): Date {
    return this.#now;
  }

  /** Lets time pass and says what time it is then. */
  later(minutes = 1): Date {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
    return this.#now;
  }

  nextId(): number {
    return ++this.#lastId;
  }

  person(id: number): Person {
    return found(this.people.get(id), `person ${id}`);
  }

  repository(id: number): Repository {
    return found(this.repositories.get(id), `repository ${id}`);
  }

  app(id: number): App {
    return found(this.apps.get(id), `app ${id}`);
  }

  repositoryNamed(owner: string, name: string): Repository | undefined {
    const wanted = `${owner}/${name}`.toLowerCase();
    return [...this.repositories.values()].find((repository) => fullName(repository).toLowerCase() === wanted);
  }

  /** The account that GitHub shows beside a commit: whoever registered the address, no matter who typed it. */
  personByEmail(email: string): Person | undefined {
    const noreply = /^(\d+)\+[^@]+@users\.noreply\.github\.com$/i.exec(email)?.[1];
    if (noreply !== undefined) return this.people.get(Number(noreply));
    return [...this.people.values()].find((person) => person.emails.includes(email.toLowerCase()));
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the scenario has no ${what}`);
  return value;
}
