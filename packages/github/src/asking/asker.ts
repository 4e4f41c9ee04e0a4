import { unknown, type Fact, type UnknownReason } from '@proofrail/core/context';
import * as v from 'valibot';
import type { Answered, GitHubAnswer, GitHubApi } from '../github-api.ts';
import { missingPermission, type MissingPermission, type Permission } from '../permission.ts';
import type { Waiting } from '../waiting.ts';
import type { Endpoint } from './endpoints.ts';
import { rateLimited, unreachable } from './github-failure.ts';
import { GraphQlAnswer } from './graphql-answer.ts';
import type { HeardAnswers } from './heard-answers.ts';
import { limitOf } from './limit-of.ts';

/** Longer than this nobody waits for a limit: the job ends and says which one (gate.md 1.4). */
const MOST_WAITING = 60_000;
const MOST_TRIES = 3;
const PAUSE = 1_000;
/** Of a connection; GitHub gives at most as many. */
const LARGEST_PAGE = 100;
const SMALLEST_PAGE = 12;

type Parameters = Readonly<Record<string, unknown>>;

interface RestPage<T> {
  readonly content: T;
  /** Cursor of the next page, where GitHub pages by cursors. */
  readonly after: string | null;
  readonly more: boolean;
}

/** Asks GitHub, waits where it asks to, and remembers which permissions it lacked. */
export class Asker {
  readonly #api: GitHubApi;
  readonly #waiting: Waiting;
  readonly #heard: HeardAnswers | null;
  readonly #missing = new Set<Permission>();
  #waited = 0;
  #page = LARGEST_PAGE;

  /** `heard`: where every answer is noted; null where nothing rests on them but what is read from them here. */
  constructor(api: GitHubApi, waiting: Waiting, heard: HeardAnswers | null = null) {
    this.#api = api;
    this.#waiting = waiting;
    this.#heard = heard;
  }

  get missing(): readonly MissingPermission[] {
    return [...this.#missing].sort().map(missingPermission);
  }

  /** One REST call as a fact. */
  async rest<T>(endpoint: Endpoint, parameters: Parameters, schema: v.GenericSchema<unknown, T>): Promise<Fact<T>> {
    const read = await this.restPage(endpoint, parameters, schema);
    return read.known ? { known: true, value: read.value.content } : read;
  }

  /** The same, and whether there are more pages. */
  async restPage<T>(endpoint: Endpoint, parameters: Parameters, schema: v.GenericSchema<unknown, T>): Promise<Fact<RestPage<T>>> {
    const { status, headers, body } = await this.#patiently(endpoint.route, async () => {
      const answer = await this.#api.request(endpoint.route, parameters);
      return this.#noted(endpoint.route, parameters, answer);
    });
    if (status === 200) {
      const parsed = v.safeParse(schema, body);
      if (!parsed.success) return unknown('unusable');
      const next = nextOf(headers['link']);
      return { known: true, value: { content: parsed.output, after: cursorIn(next), more: next !== null } };
    }
    const why = isSwitchedOff(status, body, endpoint) ? 'absent' : reasonOf(status, endpoint);
    if (why === 'forbidden') this.lacks(endpoint.permission);
    return unknown(why);
  }

  /** One GraphQL document; `$page` is ours: GitHub gives up on documents that take too long, so a 502 asks for half (gate.md 1.3). */
  async graphql(document: string, variables: Parameters): Promise<GraphQlAnswer> {
    const name = document.slice(0, document.indexOf('(')); // `query Change`
    for (;;) {
      const page = this.#page;
      const filled = { ...variables, page };
      const ask = async () => this.#noted(name, filled, await this.#api.graphql(document, filled));
      const answer = await this.#patiently('POST /graphql', ask, page > SMALLEST_PAGE);
      if (answer.status < 500 || page <= SMALLEST_PAGE) return GraphQlAnswer.of(answer, (permission) => this.lacks(permission));
      this.#page = Math.max(SMALLEST_PAGE, Math.floor(page / 2));
    }
  }

  lacks(permission: Permission): void {
    if (permission !== 'metadata') this.#missing.add(permission);
  }

  #noted(asked: string, parameters: Parameters, answer: GitHubAnswer): GitHubAnswer {
    if (answer.kind === 'answered') this.#heard?.note(asked, parameters, answer);
    return answer;
  }

  async #patiently(at: string, ask: () => Promise<GitHubAnswer>, halves = false): Promise<Answered> {
    for (let tries = 1; ; tries += 1) {
      const answer = await ask();
      if (answer.kind === 'answered') {
        const limit = limitOf(answer, this.#waiting.now());
        if (limit === null && (answer.status < 500 || halves)) return answer;
        if (limit !== null) await this.#wait(limit.waitMilliseconds, rateLimited(at, limit.name));
        else if (tries >= MOST_TRIES) throw unreachable(at, `status ${answer.status}, ${tries} times`);
        else await this.#wait(PAUSE, unreachable(at, `status ${answer.status}`));
      } else if (tries >= MOST_TRIES) throw unreachable(at, `${answer.cause}, ${tries} times`);
      else await this.#wait(PAUSE, unreachable(at, answer.cause));
    }
  }

  /** All waiting of one run together: a limit that is named again after each wait would otherwise hold the job for ever. */
  async #wait(milliseconds: number, failure: Error): Promise<void> {
    const duration = Math.max(PAUSE, milliseconds);
    if (this.#waited + duration > MOST_WAITING) throw failure;
    this.#waited += duration;
    await this.#waiting.sleep(duration);
  }
}

const refusal = v.object({ message: v.string() });

function isSwitchedOff(status: number, body: unknown, { switchedOff }: Endpoint): boolean {
  return status === 403 && switchedOff !== undefined && v.is(refusal, body) && switchedOff.test(body.message);
}

function reasonOf(status: number, { notFound, unprocessable = 'unusable' }: Endpoint): UnknownReason {
  switch (status) {
    case 401:
    case 403:
      return 'forbidden';
    case 404:
      return notFound;
    case 422:
      return unprocessable;
    default:
      return 'unusable';
  }
}

/** From `<https://…?after=CURSOR>; rel="next"`. */
const nextOf = (link: string | undefined): string | null => /<([^<>]{1,2000})>;\s*rel="next"/.exec(link ?? '')?.[1] ?? null;

/** The address is not followed: only what it says about the next page is taken. */
const cursorIn = (next: string | null): string | null =>
  next !== null && URL.canParse(next) ? new URL(next).searchParams.get('after') : null;
