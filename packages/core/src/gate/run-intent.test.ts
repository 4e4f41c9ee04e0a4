import { describe, expect, it } from '@jest/globals';
import { originOfRun } from './origin-of-run.ts';
import { intentOf } from './run-intent.ts';

const run = { repository: { id: '700001' }, run: { id: '41', attempt: 2 } };
const context = {
  subject: { commit: 'a'.repeat(40), landed: 'b'.repeat(40) },
  origin: originOfRun(run, { name: 'test', version: '1.0.0' }),
  at: Date.parse('2026-11-20T13:30:00Z'),
};

describe('the intent of a run', () => {
  it('names what is to be expected, by when, and the commit that people reviewed as its head', () => {
    expect(intentOf({ ...run, event: 'merge_group' }, context)).toMatchObject({
      subject: context.subject,
      evidence: { outcome: 'n_a', run_id: '41' },
      details: {
        event: 'merge_group',
        head: 'a'.repeat(40),
        run: '41',
        attempt: 2,
        expected_kinds: ['scan.result', 'change.approval', 'policy.decision'],
        deadline: '2026-11-20T14:00:00.000Z',
      },
    });
  });

  it.each(['push to main', 'Push', 'push_', '', 'a@example.org'])(
    'writes down no event that does not look like one: %j',
    (event) => {
      expect(intentOf({ ...run, event }, context).details.event).toBe('unrecognised');
    },
  );
});
