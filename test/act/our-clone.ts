import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { repositoryRoot } from '../../packages/testkit/src/runner/repository-root.ts';
import type { ShippedJob, ShippedStep } from '../shipped-workflows/shipped-workflow.ts';

const PIN = /proofrail\/proofrail\/\S+@([0-9a-f]{40})/;
const CALLER = 'examples/pipeline/.github/workflows/proofrail.yml';
const GATE = '.github/workflows/gate.yml';
const HELD = ['actions', 'dist', 'policies/bundle', 'package.json'];
/** The fake GitHub is no host of GitHub's own: what our actions have to be told before they put up with that. */
const TOLD = { 'enterprise-hosts': '127.0.0.1' };

/** This repository at the commit that its callers name, as far as a runner reads it: the built actions, and gate.yml. */
export class OurClone implements Disposable {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'proofrail-clone-'));
  readonly commit = PIN.exec(readFileSync(path.join(repositoryRoot, CALLER), 'utf8'))?.[1] ?? '';

  constructor() {
    for (const name of HELD)
      cpSync(path.join(repositoryRoot, name), path.join(this.folder, name), {
        recursive: true,
        filter: (file) => !/\/(node_modules|src|dist\/rego)$/.test(file),
      });
    mkdirSync(path.join(this.folder, path.dirname(GATE)), { recursive: true });
    writeFileSync(path.join(this.folder, GATE), this.#gateForAct());
    this.#nameRepositoryByEvent();
  }

  /** act knows no `github.repository_id`; the event says the same. */
  #nameRepositoryByEvent(): void {
    const file = path.join(this.folder, 'actions/verify-digest/action.yml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('github.repository_id', 'github.event.repository.id'));
  }

  /** act does not know `$/`, GitHub's way to name an action of the workflow's own repository and commit: the copy names both. */
  #gateForAct(): string {
    const shipped = parse(readFileSync(path.join(repositoryRoot, GATE), 'utf8')) as { jobs: Record<string, ShippedJob> };
    const translated = (step: ShippedStep): ShippedStep => {
      const [, action = ''] = /^\$\/actions\/([a-z-]+)$/.exec(step.uses ?? '') ?? [];
      if (action === '') return step;
      const uses = `proofrail/proofrail/actions/${action}@${this.commit}`;
      return { ...step, uses, with: { ...step.with, ...TOLD } };
    };
    const jobs = Object.entries(shipped.jobs).map(([id, job]) => [id, { ...job, steps: job.steps?.map(translated) }]);
    return stringify({ ...shipped, jobs: Object.fromEntries(jobs) as Record<string, ShippedJob> });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
