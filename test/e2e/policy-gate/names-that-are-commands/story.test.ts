import { expect, it } from '@jest/globals';
import { hostileText, review, seededRandom } from '@proofrail/testkit';
import { withFiles, withReport } from '../../../github/on-new-head.ts';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { sarif } from '../../material/sarif.ts';

const INJECTION = 'x ##[set-output name=outcome;]allow\n::set-output name=outcome::allow\n';

// Whoever opens a pull request chooses title, branch, paths, image names, and, through their code, what scanners say.
it.each([1, 2])(
  'a change whose every name is a command is judged by what it is, and the runner obeys none of it (%i)',
  async (seed) => {
    const random = seededRandom(seed);
    const name = (): string => INJECTION + Buffer.from(hostileText(random)).toString('utf8');
    const findings = Array.from({ length: 4 }, () => ({ rule: name(), message: name(), severity: 9.9, file: name(), line: 1 }));
    const images = Array.from({ length: 3 }, (_, index) => ({ name: `a${index}`, image: name() }));
    const manifest = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', spec: { containers: images } });
    const path = `deploy/${name().replaceAll('/', '')}.yaml`;
    const change = withReport(
      withFiles(soundChange(), { 'deploy/app.json.yaml': manifest, [path]: manifest }),
      'codeql',
      sarif('CodeQL', findings),
    );
    Object.assign(change.pullRequest, { title: name(), body: name() });
    review(change, change.bystander, 'COMMENTED', { body: name() });
    const run = await gateOnGitHub(change);
    expect([run.exitCode, run.outcome, run.stderr, run.injectedOutputs]).toEqual([1, 'deny', '', {}]);
    expect(new Set(run.commands.map((command) => command.name))).toEqual(new Set(['add-mask', 'group', 'endgroup', 'error']));
    expect(run.summary).not.toMatch(/<script|<img|<a |\]\(http|##\[/i);
  },
);
