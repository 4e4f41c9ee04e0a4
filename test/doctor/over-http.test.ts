import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runProgram } from '../../packages/cli/src/program.ts';
import type { Sheet } from '../../packages/cli/src/sheet.ts';
import { PLAIN } from '../../packages/cli/src/terminal/style.ts';
import { fakeSettingsApi, healthySettings, ROUTES, type Settings } from '../../packages/github/src/doctor/test/fake-settings.ts';

const TOKEN = 'ghp_thisIsTheTokenThatNobodyMayPrint';
let settings: Settings = healthySettings();
let server: Server;
let asked: { readonly url: string; readonly authorization: string | undefined }[] = [];

/** The reference's route of an address: `/repos/acme/payments/rules/branches/release%2F1` has the branch `release/1`. */
function routeOf(url: string): string | undefined {
  const path = new URL(url, 'http://localhost').pathname;
  return ROUTES().find((route) => new RegExp(`^GET ${route.slice(4).replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(`GET ${path}`));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const { url = '', headers } = request;
      asked.push({ url, authorization: headers.authorization });
      const api = fakeSettingsApi(settings);
      const answer =
        url === '/graphql'
          ? await api.graphql((JSON.parse(await bodyOf(request)) as { query: string }).query, {})
          : await api.request(routeOf(url) ?? '', {});
      if (answer.kind !== 'answered') throw new Error('this stand-in always answers');
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const doctor = (...options: string[]) => doctorAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, ...options);

async function doctorAt(api: string, ...options: string[]) {
  const written = { out: '', err: '' };
  const sheet = (name: 'out' | 'err'): Sheet => ({ style: PLAIN, write: (text) => void (written[name] += text) });
  const quiet = { info: () => undefined, warning: () => undefined, progress: () => undefined };
  asked = [];
  const code = await runProgram(
    ['doctor', 'acme/payments', '--api-url', api, ...options],
    { clock: { now: () => 0 }, logger: quiet, env: { GITHUB_TOKEN: TOKEN } },
    sheet('out'),
    sheet('err'),
  );
  return { code, ...written };
}

describe('proofrail doctor over HTTP', () => {
  it('finds a healthy repository healthy, asks with the token, and never prints it', async () => {
    settings = healthySettings();
    const { code, out, err } = await doctor('--require-complete');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('nothing found, and everything was visible');
    expect(out.match(/^ {2}not found {2}/gm)).toHaveLength(6);
    expect(asked.length).toBeGreaterThan(10);
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set([`token ${TOKEN}`]));
    expect(out + err).not.toContain(TOKEN);
  });

  it('encodes what stands in an address: a branch may hold a slash and a question mark', async () => {
    settings = healthySettings();
    settings.repository.default_branch = 'release/1?x';
    expect((await doctor()).code).toBe(0);
    expect(asked.map(({ url }) => url)).toContain('/repos/acme/payments/branches/release%2F1%3Fx');
  });

  it('begins with the six audit findings, and shows names from the repository harmlessly', async () => {
    settings = healthySettings();
    const deployment_branch_policy = { protected_branches: true, custom_branch_policies: false };
    settings.environments = [{ name: 'production\u001b[2K##[error]', deployment_branch_policy }];
    settings.rulesets = settings.rulesets.map((one) => ({ ...one, bypass_actors: undefined }));
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(out.split('\n').slice(2, 5)).toEqual([
      'What auditors find most often',
      '  not visible  Branch protection can be bypassed',
      '               who may bypass ruleset "main"',
    ]);
    expect(out).toContain('1 of 6 audit findings; 4 things not visible');
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('##[error]');
  });

  it('says in JSON what it could not see', async () => {
    settings = healthySettings();
    settings.rulesets = settings.rulesets.map((one) => ({ ...one, bypass_actors: undefined }));
    const { code, out } = await doctor('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schema: 'proofrail.cli/doctor/v1', outcome: 'allow', complete: false });
  });

  it('ends in 3 where GitHub is not there, and says nothing about the repository', async () => {
    const { code, err } = await doctorAt('http://127.0.0.1:9');
    expect(code).toBe(3);
    expect(err).toContain('doctor/no-repository');
  });
});
