import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFakeGitHub, type FakeGitHub } from '../../src/github/index.ts';
import type { Route } from '../../src/github/rest/route.ts';
import { aBusyRepository, type BusyRepository } from './a-busy-repository.ts';
import { ask, type Asked } from './fake-client.ts';
import { OpenApiContract } from './openapi-contract.ts';

/** Paths below the repository for each route, by `METHOD template`; a pair says what to send along. */
export type Paths = Readonly<Record<string, readonly (string | readonly [string, Asked])[]>>;

const REPOSITORY = '/repos/{owner}/{repo}';

/** Every route of an area is asked in every way that is listed, and each answer is as GitHub publishes it. */
export function describePublished(area: string, routes: readonly Route[], paths: (busy: BusyRepository) => Paths): void {
  describe(`what the fake answers about ${area}`, () => {
    const contract = new OpenApiContract();
    const busy = aBusyRepository();
    const asked = paths(busy);
    let server: FakeGitHub;
    beforeAll(async () => {
      server = await startFakeGitHub(busy.scenario);
    });
    afterAll(() => server.close());

    it.each(routes.map(({ method, template }) => [method, template]))(
      '%s %s is as GitHub publishes it',
      async (method, template) => {
        const cases = asked[`${method} ${template.replace(REPOSITORY, '')}`] ?? [];
        expect(cases).not.toEqual([]);
        for (const one of cases) {
          const [path, sent] = typeof one === 'string' ? [one, {}] : one;
          const { status, type, body } = await ask(server, path, { ...sent, method });
          expect({ path, mistakes: contract.mistakes(method, template, status, type, body) }).toEqual({ path, mistakes: [] });
          expect(status).toBeLessThan(400);
        }
        expect(server.unmodelled()).toEqual([]);
      },
    );
  });
}
