import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeCorpus } from '../../../test/corpora.ts';
import { subjectOf } from './event.ts';

const repository = { id: 42, name: 'payments', owner: { login: 'acme' } };
const HEAD = 'a'.repeat(40);
const WHERE = { id: '42', owner: 'acme', name: 'payments' };

describeCorpus('github-webhooks', (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const read = (file: string) =>
    subjectOf(path.dirname(file), JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown);

  it('judges the events about a change and no other', () => {
    const judged = files.filter((file) => read(file).kind !== 'unsupported');
    const supported = ['deployment_status', 'merge_group', 'pull_request', 'pull_request_review', 'push'];
    expect([...new Set(judged.map((file) => path.dirname(file)))].sort()).toEqual(supported);
    const left = files.filter((file) => supported.includes(path.dirname(file)) && !judged.includes(file));
    // It deletes a tag.
    expect(left).toEqual(['push/with-organization.payload.json']);
  });

  it('takes ids alone: nothing that an outsider wrote comes along', () => {
    for (const file of files) {
      const { kind, ...rest } = read(file);
      if (kind === 'unsupported') continue;
      expect(
        Object.keys(rest).filter(
          (key) => !['repository', 'number', 'head', 'branch', 'queueBranch', 'before', 'environment'].includes(key),
        ),
      ).toEqual([]);
    }
  });

  it('survives every payload with any one member taken out or of another type', () => {
    const events = ['pull_request', 'merge_group', 'push', 'deployment_status'];
    for (const file of files.filter((each) => events.includes(path.dirname(each)))) {
      const payload = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, unknown>;
      for (const key of Object.keys(payload))
        for (const value of [undefined, null, 0, '', [], {}, '__proto__'])
          expect(subjectOf(path.dirname(file), { ...payload, [key]: value })).toHaveProperty('kind');
    }
  });
});

describe('an event', () => {
  it('of a push to a branch says which commits arrived', () => {
    const payload = { repository, ref: 'refs/heads/release/1', after: HEAD, before: 'b'.repeat(40) };
    expect(subjectOf('push', payload)).toEqual({
      kind: 'push',
      repository: WHERE,
      branch: 'release/1',
      head: HEAD,
      before: 'b'.repeat(40),
    });
  });

  it.each([
    ['a push that deletes a branch', 'push', { repository, ref: 'refs/heads/x', after: '0'.repeat(40), before: HEAD }],
    ['a push of a tag', 'push', { repository, ref: 'refs/tags/v1', after: HEAD, before: HEAD }],
    [
      'a merge group that was taken down',
      'merge_group',
      {
        action: 'destroyed',
        repository,
        merge_group: { head_sha: HEAD, head_ref: 'refs/heads/queue', base_ref: 'refs/heads/main' },
      },
    ],
    [
      'a merge group without a branch to ask for',
      'merge_group',
      { action: 'checks_requested', repository, merge_group: { head_sha: HEAD, base_ref: 'refs/heads/main' } },
    ],
    ['a pull request whose number is a path', 'pull_request', { repository, pull_request: { number: '../1' } }],
    [
      'a repository whose name is a path',
      'pull_request',
      { repository: { ...repository, name: '../x' }, pull_request: { number: 1 } },
    ],
    ['an abbreviated commit', 'push', { repository, ref: 'refs/heads/x', after: 'abcdef1', before: HEAD }],
    ['a manual run without an exception', 'workflow_dispatch', { repository, inputs: { pull_request: '12' } }],
    ['the event that runs with the base’s secrets', 'pull_request_target', { repository, pull_request: { number: 1 } }],
    ['an event named like a member of every object', 'constructor', { repository }],
  ])('is not taken for something to judge: %s', (_name, event, payload) => {
    expect(subjectOf(event, payload).kind).toBe('unsupported');
  });

  it('by hand names the exception under which the glass is broken', () => {
    const payload = { repository, inputs: { exception: 'EX-12', pull_request: '7' } };
    expect(subjectOf('workflow_dispatch', payload)).toEqual({
      kind: 'break_glass',
      repository: WHERE,
      number: 7,
      exception: 'EX-12',
    });
  });
});
