import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventPayload } from './event-payload.ts';
import { octokit } from './octokit.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-event-'));

beforeAll(() => {
  const file = path.join(folder, 'event.json');
  writeFileSync(file, JSON.stringify({ pull_request: { number: 7 } }));
  Object.assign(process.env, { GITHUB_EVENT_PATH: file, GITHUB_API_URL: 'https://github.acme.example/api/v3' });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['GITHUB_EVENT_PATH', 'GITHUB_API_URL']) Reflect.deleteProperty(process.env, name);
});

it('hands over the event as the platform delivered it', async () => {
  expect((await eventPayload()).pull_request?.number).toBe(7);
});

it('speaks to the server that it is given, and to no other that the environment names', async () => {
  const { url } = (await octokit('token', 'https://ghes.acme.example/api/v3/')).request.endpoint('GET /user');
  expect(url).toBe('https://ghes.acme.example/api/v3/user');
});
