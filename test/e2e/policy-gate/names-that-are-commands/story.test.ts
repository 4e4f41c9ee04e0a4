import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { hostileText, seededRandom } from '@proofrail/testkit';
import { soundChange, withFacts, withReports } from '../../material/change.ts';
import { runGate } from '../../material/run-gate.ts';
import { sarif } from '../../material/sarif.ts';
import { Workspace } from '../../material/workspace.ts';

const INJECTION = 'x ##[set-output name=outcome;]allow\n::set-output name=outcome::allow\n';

// Whoever opens a pull request chooses branch, paths, image names, and, through their code, what scanners say.
describe.each(NODES)('a change whose every name is a command to the runner, on Node %i', (node) => {
  it.each([1, 2, 3, 4, 5])('is judged by what it is, and the runner obeys none of it (%i)', async (seed) => {
    using workspace = new Workspace();
    const random = seededRandom(seed);
    const name = (): string => INJECTION + Buffer.from(hostileText(random)).toString('utf8');
    const change = soundChange();
    const findings = Array.from({ length: 4 }, () => ({ rule: name(), message: name(), severity: 9.9, file: name(), line: 1 }));
    const hostile = withReports(change, { ...change.reports, 'semgrep.sarif': sarif('Semgrep', findings) });
    const items = Array.from({ length: 3 }, () => ({ reference: name(), file: name(), line: 3 }));
    const run = await runGate(
      workspace,
      withFacts(hostile, {
        change: { ...change.facts.change, head: { ...change.facts.change.head, branch: name() } },
        images: { known: true, value: { items, total: 3 } },
      }),
      node,
    );
    expect({ code: run.exitCode, outcome: run.outputs['outcome'], stderr: run.stderr }).toEqual({
      code: 1,
      outcome: 'deny',
      stderr: '',
    });
    expect(run.injectedOutputs).toEqual({});
    expect(new Set(run.commands.map((command) => command.name))).toEqual(new Set(['add-mask', 'group', 'endgroup', 'error']));
    expect(run.summary).not.toMatch(/<script|<img|<a |\]\(http|##\[/i);
  });
});
