import { unknown, type Fact, type UnknownReason } from '@proofrail/core/context';
import * as v from 'valibot';
import type { GitHubAnswer } from '../github-api.ts';
import type { Permission } from '../permission.ts';
import { tokenRefused, unreachable } from './github-failure.ts';

type Path = readonly (string | number)[];

const answerBody = v.object({
  data: v.nullish(v.record(v.string(), v.unknown()), null),
  errors: v.optional(
    v.array(
      v.object({
        type: v.optional(v.string(), ''),
        message: v.optional(v.string(), ''),
        path: v.nullish(v.array(v.union([v.string(), v.number()])), null),
      }),
    ),
    [],
  ),
});
type GraphQlError = v.InferOutput<typeof answerBody>['errors'][number];

/** Data and errors of one document. Partial data is the rule: each error spoils exactly the facts that its path touches. */
export class GraphQlAnswer {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #errors: readonly GraphQlError[];
  readonly #lacks: (permission: Permission) => void;

  private constructor({ data, errors }: v.InferOutput<typeof answerBody>, lacks: (permission: Permission) => void) {
    this.#data = data ?? {};
    this.#errors = errors;
    this.#lacks = lacks;
  }

  /** @throws UnavailableError `github/token-refused`, or `github/unreachable` where nothing in the answer can be read */
  static of(
    { status, body }: Extract<GitHubAnswer, { kind: 'answered' }>,
    lacks: (permission: Permission) => void,
  ): GraphQlAnswer {
    const parsed = v.safeParse(answerBody, body);
    if (status === 200 && parsed.success && (parsed.output.data !== null || parsed.output.errors.length > 0))
      return new GraphQlAnswer(parsed.output, lacks);
    if (status === 401) throw tokenRefused();
    throw unreachable('POST /graphql', status === 200 ? 'an answer that is no GraphQL' : `status ${status}`);
  }

  /**
   * The members that `schema` names of the object at `path`. What else stands there is another fact's: an error under a member that
   * the schema does not name changes nothing here. `permission`: what reads it, or what reads the place of an error in it.
   */
  part<T>(
    path: Path,
    schema: v.ObjectSchema<v.ObjectEntries, undefined> & v.GenericSchema<unknown, T>,
    permission: Permission | ((at: Path) => readonly Permission[]),
  ): Fact<T> {
    const roots = Object.keys(schema.entries).map((key) => [...path, key]);
    const error = this.#errors.find((each) => each.path === null || roots.some((root) => related(root, each.path ?? [])));
    if (error !== undefined) return this.#unknown(error, permission);
    const parsed = v.safeParse(schema, this.#at(path));
    if (parsed.success) return { known: true, value: parsed.output };
    // A null where the schema of GitHub allows none climbs up to the next object that may be null: its error lies in a sister.
    const sister = this.#errors.find((each) => each.path !== null && this.#at(path) === null && related(path, each.path));
    return sister === undefined ? unknown('unusable') : this.#unknown(sister, permission);
  }

  #unknown(error: GraphQlError, permission: Permission | ((at: Path) => readonly Permission[])): Fact<never> {
    const why = reasonOf(error);
    const lacking = typeof permission === 'string' ? [permission] : permission(error.path ?? []);
    if (why === 'forbidden') for (const each of lacking) this.#lacks(each);
    return unknown(why);
  }

  #at(path: Path): unknown {
    let value: unknown = this.#data;
    for (const key of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
      value = (value as Readonly<Record<string | number, unknown>>)[key];
    }
    return value;
  }
}

/** Whether one path leads to the other or to something in it. */
function related(one: Path, other: Path): boolean {
  const shorter = Math.min(one.length, other.length);
  return one.slice(0, shorter).every((key, index) => key === other[index]);
}

function reasonOf({ type, message }: GraphQlError): UnknownReason {
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES' || /not accessible by/.test(message)) return 'forbidden';
  return type === 'NOT_FOUND' ? 'absent' : 'unusable';
}
