import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { stages } from '@proofrail/core/controls';
import { readActionMetadata } from '@proofrail/testkit';
import { readBundle } from '@proofrail/policies';
import { declareProgram } from '../../packages/cli/src/declare-program.ts';
import { PLAIN } from '../../packages/cli/src/terminal/style.ts';
import { shippedWorkflows, stepsOf, usesLines, workflowIn, type ShippedWorkflow } from './shipped-workflow.ts';

const workflows = shippedWorkflows();
const named = (file: string): ShippedWorkflow => workflowIn(workflows, file);
const each = workflows.map((workflow) => [workflow.file, workflow] as const);
/** The gate's own workflow never gives one: its key is made for the run. */
const MADE_FOR_THE_RUN = new Set(['signing-key']);
const gate = named('.github/workflows/gate.yml');
/** Beside the file that calls it, or at a commit that only the organisation knows. */
const isOrganisations = (line: string): boolean =>
  /uses: (\.\/\.github\/workflows\/(?:gate|seal)\.yml|OWNER\/REPOSITORY\/\.github\/workflows\/(gate|merge-verifier)\.yml@0{40})$/.test(
    line,
  );

const calledBy = (caller: ShippedWorkflow, uses = ''): ShippedWorkflow | undefined =>
  uses.startsWith('./')
    ? workflows.find(({ file }) => file === `${caller.file.slice(0, caller.file.indexOf('.github/'))}${uses.slice(2)}`)
    : workflows.find(({ file }) => uses.includes(`/${file}@`));

it('finds our own workflows and those of the examples', () => expect(workflows.length).toBeGreaterThanOrEqual(19));

describe.each(each)('%s', (_, workflow) => {
  const steps = stepsOf(workflow);

  it('names every action by the commit that holds it, and says which version that was (rows 26, 56, 58)', () => {
    const loose = usesLines(workflow).filter(
      (line) => !/uses: (\$\/\S+|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(line) && !isOrganisations(line),
    );
    expect(loose).toEqual([]);
  });

  it('gives no permission to all of its jobs, and each job its own', () => {
    expect(workflow.permissions).toEqual({});
    const silent = Object.entries(workflow.jobs).filter(([, job]) => typeof job.permissions !== 'object');
    expect(silent.map(([id]) => id)).toEqual([]);
  });

  it('never runs with the rights of the base on code of the change, and hands no secret on unseen (rows 51, 63)', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.values(workflow.jobs).filter(({ secrets }) => secrets === 'inherit')).toEqual([]);
  });

  it('puts no expression into a script (row 52)', () =>
    expect(steps.filter(({ run }) => run?.includes('${{')).map(({ run }) => run)).toEqual([]));

  it('cancels nothing that has begun, and takes no failure for success (rows 30, 39)', () => {
    expect(workflow.text).not.toMatch(/cancel-in-progress: (?!false)/);
    expect(workflow.text).not.toContain('continue-on-error');
  });

  it('leaves no credential behind and restores no cache (row 59)', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
    expect(steps.filter(({ uses }) => uses?.startsWith('actions/cache'))).toEqual([]);
  });

  it('ends: each job that runs steps has a time limit', () => {
    const endless = Object.values(workflow.jobs).filter(
      (job) => job.steps !== undefined && !(Number(job['timeout-minutes']) <= 60),
    );
    expect(endless).toEqual([]);
  });

  it('gives our actions inputs that they have, and all that they require', () => {
    for (const { uses = '', with: given = {} } of steps) {
      const [, action] = /^(?:\$|proofrail\/proofrail)\/actions\/([a-z-]+)(?:@|$)/.exec(uses) ?? [];
      if (action === undefined) continue;
      const { inputs } = readActionMetadata(action);
      expect(Object.keys(given).filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
      const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true && !MADE_FOR_THE_RUN.has(name));
      expect(required.filter((name) => !Object.hasOwn(given, name))).toEqual([]);
    }
  });
});

describe('gate.yml', () => {
  const { intent, decide, gate: required } = gate.jobs;

  it('has jobs whose names are API: a ruleset names them by hand', () => {
    const calls = workflows.flatMap((caller) =>
      Object.entries(caller.jobs).flatMap(([id, job]) => {
        const called = calledBy(caller, job.uses);
        return Object.values(called?.jobs ?? {}).map((inner) => `${caller.file}: ${job.name ?? id} / ${inner.name ?? '?'}`);
      }),
    );
    expect(calls).toMatchSnapshot();
  });

  it('decides in a job that nothing can skip, that writes nothing and runs nothing else (rows 25, 27, 36)', () => {
    expect(decide?.if).toBeUndefined();
    expect(decide?.needs).toBeUndefined();
    expect(Object.values(decide?.permissions ?? {})).toEqual(Array(7).fill('read'));
    expect(decide?.steps).toEqual([
      {
        id: 'decide',
        uses: '$/actions/policy-gate',
        with: { phase: 'decide', 'enterprise-hosts': '${{ inputs.enterprise-hosts }}' },
      },
    ]);
  });

  it('states its intent beside the decision, without reading anything (row 69)', () => {
    expect([intent?.if, intent?.needs, intent?.permissions]).toEqual([undefined, undefined, { 'id-token': 'write' }]);
  });

  it('always ends in the gate, which is green only if every part said success (row 28)', () => {
    expect([required?.needs, required?.if]).toEqual([['intent', 'decide'], 'always()']);
    const last = required?.steps?.at(-1);
    expect(last?.if).toBe('always()');
    expect(last?.env).toEqual({
      INTENT: '${{ needs.intent.result }}',
      DECIDE: '${{ needs.decide.result }}',
      RECORD: '${{ steps.record.outcome }}',
    });
    for (const name of Object.keys(last?.env ?? {})) expect(last?.run).toContain(`test "$${name}" = success`);
  });

  it('records the decision by the digest that the deciding job named, not by what an artifact says of itself (row 60)', () => {
    expect(decide?.outputs?.['digest']).toBe('${{ steps.decide.outputs.bundle-digest }}');
    const record = required?.steps?.find(({ id }) => id === 'record');
    expect(record?.with).toMatchObject({ 'decision-digest': '${{ needs.decide.outputs.digest }}' });
  });

  it('holds no secret', () => expect(gate.text).not.toMatch(/secrets\.|github\.token/));
});

describe('merge-verifier.yml', () => {
  const steps = stepsOf(named('.github/workflows/merge-verifier.yml'));
  const decides = steps.findIndex(({ uses }) => uses === '$/actions/policy-gate');
  const compares = steps.findIndex(({ run }) => run?.includes('merges verify'));

  it('decides again, all in one job on the push itself, and compares whatever came out (rows 45, 46)', () => {
    expect(decides).toBeGreaterThan(0);
    expect(compares).toBeGreaterThan(decides);
    expect(steps[decides]).toMatchObject({ with: { ledger: '${{ inputs.ledger }}', phase: 'landed' } });
    expect(steps[decides]?.if).toBeUndefined();
    expect(steps[compares]?.if).toBe('always()');
  });

  it('leaves no local branch that the next push would make stale, and has every judged head', () => {
    const [history, heads] = steps;
    expect(history?.with).toMatchObject({ ref: '${{ github.sha }}', 'fetch-depth': 0 });
    expect(heads?.run).toContain("'+refs/pull/*/head:refs/remotes/pull/*'");
  });

  it('gives the program a command line that it understands, and lets it record', async () => {
    const script = steps[compares]?.run ?? '';
    const [, line = ''] = /proofrail\.js (.*) "\$@"$/m.exec(script) ?? [];
    const optional = [...script.matchAll(/set -- "\$@" (.*); fi$/gm)].map(([, words = '']) => words);
    const words = [line, ...optional].join(' ').split(/\s+/);
    const given = words.flatMap((word) => /^"\$([A-Z]+)"$/.exec(word)?.[1] ?? []);
    expect(given.filter((name) => steps[compares]?.env?.[name] === undefined)).toEqual([]);
    const performed: string[] = [];
    const silent = { style: PLAIN, write: () => undefined };
    const program = declareProgram((name) => Promise.resolve(void performed.push(name)), silent, silent, 'merges');
    await program.parseAsync(words, { from: 'user' });
    expect([performed, words]).toEqual([
      ['merges-verify'],
      expect.arrayContaining(['--record', '--github', '--since', '--identities', '--attachments']),
    ]);
  });
});

describe('the callers', () => {
  const callers = workflows.filter(({ jobs }) => Object.values(jobs).some(({ uses }) => uses !== undefined));

  it('grant what the called workflow asks for, and nothing else: a called workflow never gets more than its caller', () => {
    for (const caller of callers)
      for (const job of Object.values(caller.jobs)) {
        const called = calledBy(caller, job.uses);
        const asked = Object.assign({}, ...Object.values(called?.jobs ?? {}).map(({ permissions }) => permissions)) as object;
        expect([caller.file, job.permissions]).toEqual([caller.file, asked]);
      }
    expect(callers.length).toBeGreaterThanOrEqual(8);
  });

  it('run the gate on every event that a rule waits for, without filters (rows 16, 36)', () => {
    expect(named('.github/workflows/required-gate.yml').on).toEqual({ pull_request: null, merge_group: null });
    // GitHub gives required workflows its default types whatever they say; for others it has to be asked (row 14).
    const types = ['opened', 'synchronize', 'reopened', 'edited'];
    const caller = named('examples/callers/repository/.github/workflows/proofrail.yml');
    expect(caller.on).toEqual({ pull_request: { types }, merge_group: null });
  });

  it('name one and the same commit of Proofrail', () => {
    const pins = workflows.flatMap(({ text }) =>
      [...text.matchAll(/proofrail\/proofrail\/\S+@([0-9a-f]{40})/g)].map(([, pin]) => pin),
    );
    expect(new Set(pins).size).toBe(1);
  });

  it('are the same file wherever the same file is shown', () => {
    const byName = new Map<string, Set<string>>();
    const shared = workflows.filter(({ text }) => !/OWNER\/REPOSITORY|uses: [.$]\//.test(text)); // those name what lies beside them
    for (const { file, text } of shared) {
      const name = file.split('/').at(-1) ?? '';
      byName.set(name, (byName.get(name) ?? new Set()).add(text));
    }
    expect([...byName].filter(([, texts]) => texts.size > 1).map(([name]) => name)).toEqual([]);
  });
});

describe('examples/pipeline', () => {
  const pipeline = workflows.filter(({ file }) => file.startsWith('examples/pipeline/'));
  const jobs = pipeline.flatMap(({ jobs }) => Object.entries(jobs));
  const readme = readFileSync('examples/pipeline/README.md', 'utf8');

  it.each(stages(readBundle().manifest).map(({ number, name }) => [number, name] as const))(
    'has stage %i, %s, as a job of that name, and its page leads there',
    (number, name) => {
      const [id = 'none'] = jobs.find(([, job]) => job.name?.includes(name)) ?? [];
      const row = readme.split('\n').find((line) => line.startsWith(`| ${number}. ${name} |`)) ?? '';
      expect(row).toContain(`\`${id}\``);
    },
  );

  it('builds the image of a deployment once, and deploys by its digest alone', () => {
    const deploy = named('examples/pipeline/.github/workflows/deploy.yml');
    expect(stepsOf(deploy).filter(({ uses }) => uses?.startsWith('docker/build-push-action@')).length).toBe(1);
    expect(deploy.text.match(/IMAGE \}\}[:@]/g)?.filter((each) => each.endsWith(':'))).toHaveLength(1); // the tag that it is pushed under
  });

  it('writes down every deployment, however it ended', () => {
    const deploy = named('examples/pipeline/.github/workflows/deploy.yml');
    const records = stepsOf(deploy).filter((step) => step.with?.['kind'] === 'deployment');
    expect(records.length).toBe(3);
    for (const { if: condition } of records) expect(condition).toContain('always()');
  });
});
