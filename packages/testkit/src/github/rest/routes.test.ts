import { describe, expect, it } from '@jest/globals';
import { OpenApiContract } from '../../../test/github/openapi-contract.ts';
import { allRoutes, findRoute } from './routes.ts';

const contract = new OpenApiContract();

describe.each(allRoutes.map((route) => [`${route.method} ${route.template}`, route] as const))('%s', (_name, route) => {
  it('is a route that GitHub publishes', () => {
    expect(contract.has(route.method, route.template)).toBe(true);
  });

  it('is not taken by another one that stands before it', () => {
    expect(findRoute(route.method, route.template.replace(/[{}]/g, ''))?.route).toBe(route);
  });
});

it('the contract would notice a member that is missing, of another type, or a route that does not exist', () => {
  const route = ['GET', '/repos/{owner}/{repo}/git/ref/{ref}', 200, 'application/json'] as const;
  const object = { type: 'commit', sha: 'a'.repeat(40), url: 'https://api.github.com/x' };
  const ref = { ref: 'refs/heads/main', node_id: 'x', url: 'https://api.github.com/y', object };
  expect(contract.mistakes(...route, ref)).toEqual([]);
  expect(contract.mistakes(...route, { ...ref, object: { ...object, sha: 7 } })).not.toEqual([]);
  expect(contract.mistakes(...route, { ...ref, node_id: undefined })).not.toEqual([]);
  expect(contract.mistakes(...route, { ...ref, url: 'no address' })).not.toEqual([]);
  expect(contract.has('GET', '/repos/{owner}/{repo}/no-such-thing')).toBe(false);
});
