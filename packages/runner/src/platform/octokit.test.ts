import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { against } from '../../test/against.ts';
import { octokit } from './octokit.ts';

describe('an address of GitHub that has moved', () => {
  /** `/moved` leads to `place`; every other path says what was asked. */
  const asked = async (route: string, place: (url: string) => string, status = 301) => {
    const paths: string[] = [];
    const answer = await against(movedTo(place, status, paths), async (url) =>
      (await octokit('token', url)).request(route).then(
        (found) => ({ status: Number(found.status), data: found.data as unknown }),
        () => null,
      ),
    );
    return { paths, answer };
  };

  it.each([301, 307, 308])('is followed once, with the token, on the same server: %i', async (status) => {
    const { paths, answer } = await asked('GET /moved', (url) => `${url}/repositories/1`, status);
    expect(paths).toEqual(['GET /moved token token', 'GET /repositories/1 token token']);
    expect(answer).toEqual({ status: 200, data: { found: true } });
  });

  it.each<[string, string, (url: string) => string]>([
    ['to another server', 'GET /moved', (url) => url.replace('127.0.0.1', 'localhost')],
    ['to another port', 'GET /moved', () => 'http://127.0.0.1:1/'],
    ['for what is not a question', 'POST /moved', (url) => `${url}/repositories/1`],
    ['to no address', 'GET /moved', () => 'http://['],
  ])('is not followed %s', async (_name, route, place) => {
    const { paths, answer } = await asked(route, place);
    expect(paths).toHaveLength(1);
    expect(answer).toMatchObject({ status: 301 });
  });

  it('is not followed a second time', async () => {
    const { paths, answer } = await asked('GET /moved', (url) => `${url}/moved`);
    expect(paths).toHaveLength(2);
    expect(answer).toMatchObject({ status: 301 });
  });
});

const movedTo =
  (place: (url: string) => string, status: number, paths: string[]): RequestListener =>
  (request, response) => {
    paths.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    if (request.url !== '/moved') return response.writeHead(200, { 'content-type': 'application/json' }).end('{"found":true}');
    return response.writeHead(status, { location: place(`http://${request.headers.host}`) }).end();
  };
