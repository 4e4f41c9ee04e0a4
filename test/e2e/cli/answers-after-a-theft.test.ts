import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import { RealRepository } from '@proofrail/testkit';
import { HEAD } from '../material/change.ts';
import type { Workspace } from '../material/workspace.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';
import { storiesOfATheft, type Step } from './stolen-key.ts';

const DIGEST = `sha256:${'d'.repeat(64)}`;
const IMAGE = `ghcr.io/acme/web@${DIGEST}`;
const LEDGER = ['--ledger', 'file:./ledger'];
const RELEASED: readonly Step[] = [
  [gate('file:./ledger'), 0],
  [['sbom', 'archive', 'bom.json', '--subject', IMAGE, ...LEDGER, '--commit', HEAD], 0],
];

/** The same trust file, where nobody outside says when the seals were made. */
function writeUntimed(workspace: Workspace): void {
  const trust = JSON.parse(readFileSync(workspace.path('trust.json'), 'utf8')) as TrustFile;
  workspace.write('untimed.json', JSON.stringify({ ...trust, time_authorities: undefined }));
}

describe('once a key was stolen', () => {
  const story = storiesOfATheft();

  it('an image counts whose records a seal from before holds, and none where nothing says how old they are', async () => {
    using workspace = laidOut();
    await story(workspace, RELEASED);
    writeUntimed(workspace);
    const verify = (trust: string) =>
      proofrail(['image', 'verify', IMAGE, ...LEDGER, '--trust', trust, '--accept-given', '--json'], { cwd: workspace.folder });
    const whole = await verify('trust.json');
    expect([whole.code, whole.json()]).toMatchObject([0, { images: [{ ledger: { outcome: 'allow', commit: HEAD } }] }]);
    const untimed = await verify('untimed.json');
    expect([untimed.code, untimed.json()]).toMatchObject([4, { error: { code: 'ledger/finding' } }]);
  });

  it('the check of a branch goes on where a seal from before says it was', async () => {
    using workspace = laidOut();
    using repository = new RealRepository();
    const since = repository.commit({ 'a.txt': 'a\n' });
    const pushed = repository.commit({ 'a.txt': 'door\n' });
    const document = {
      schema: 'proofrail.pull-requests/v1',
      read_at: new Date().toISOString(),
      repository: { id: '700001' },
      commits: [{ commit: pushed, pushed_by: '1009', pull_requests: { known: true, value: { items: [], total: 0 } } }],
    };
    workspace.write('pulls.json', JSON.stringify(document));
    const of = [
      'merges',
      'verify',
      '--repository',
      repository.folder,
      '--branch',
      'main',
      '--facts',
      'pulls.json',
      '--accept-given',
    ];
    await story(workspace, [...RELEASED, [[...of, ...LEDGER, '--trust', 'ledger.trust.json', '--since', since, '--record'], 1]]);
    const later = await proofrail([...of, ...LEDGER, '--trust', 'trust.json', '--since-last'], { cwd: workspace.folder });
    expect([later.code, later.out]).toEqual([0, expect.stringContaining('nothing new')]);
  });
});
