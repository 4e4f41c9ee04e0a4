import { describe, expect, it } from '@jest/globals';
import { DECIDE_SCOPES } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';

const without = (scope: string) => ({
  scopes: Object.fromEntries(Object.entries(DECIDE_SCOPES).filter(([name]) => name !== scope)),
});

describe('a permission that the job lacks', () => {
  it('denies, and the page and an error have the very lines that grant it', async () => {
    const run = await gateOnGitHub(soundChange(without('checks')));
    expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
    expect(run.summary).toContain('```yaml\npermissions:\n  checks: read\n```');
    const named = run.annotations.find(({ title }) => title === 'permission/missing: checks');
    expect(named?.message).toContain('"permissions: {checks: read}"');
  });

  it('ends in unavailable where without it nobody knows what the change is, and says so too', async () => {
    const run = await gateOnGitHub(soundChange(without('pull-requests')));
    expect([run.exitCode, run.outputs]).toEqual([3, {}]);
    expect(run.annotations[0]?.message).toContain('"permissions: {pull-requests: read}"');
    expect(run.summary).toContain('pull-requests&#58; read'); // as the page shows it: "pull-requests: read"
  });
});
