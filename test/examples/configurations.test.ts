import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readConfiguration, stages, type Configuration } from '@proofrail/core/controls';
import { readStrictYaml } from '@proofrail/core/documents';
import { rolesOf } from '../../packages/core/src/controls/files/roles.ts';
import { triageOf } from '../../packages/core/src/controls/files/triage.ts';
import { registryOf } from '../../packages/core/src/controls/registry/registry-of.ts';
import { readProofrailFolder } from '../../packages/machine/src/index.ts';
import { readBundle } from '../../policies/index.ts';

const { manifest } = readBundle();
const configuration = (folder: string): Configuration => readConfiguration(readProofrailFolder(folder), manifest);

describe('the sample configurations', () => {
  it('examples/payments makes every choice itself', () => {
    const payments = configuration('examples/payments/.proofrail');
    expect(payments).toMatchObject({ form: 'own', preset: null, retentionYears: 7, modes: { 'branches.flow': 'warn' } });
    expect(payments.requirements.branches.flow.preset).toBe('gitflow');
    expect(payments.requirements.scans.thresholds.sast.high.tolerate_assigned).toBe(true);
    expect(payments.requirements.scans.thresholds.container.high.tolerate_assigned).toBe(false);
    expect([payments.exceptions.length, payments.triage.length]).toEqual([1, 1]);
  });

  it('examples/payments switches on every rule that there is', () => {
    expect(configuration('examples/payments/.proofrail').switchedOn).toEqual(manifest.rules.map(({ id }) => id).sort());
  });

  it('examples/service is in the short form, with preset baseline', () => {
    expect(configuration('examples/service/.proofrail')).toMatchObject({ form: 'short', preset: 'baseline', retentionYears: 7 });
  });

  it.each(['repository', 'organisation'])(
    'examples/callers/%s says of every scanner it asks for which artifact has its report, and the pipeline uploads that artifact',
    (mode) => {
      const files = [...readProofrailFolder(`examples/callers/${mode}/.proofrail`)];
      const filledIn = files.map(([name, bytes]) => [name, Buffer.from(Buffer.from(bytes).toString().replaceAll('FILL-IN-THE-IDS', '"1001"'))] as const);
      const { requirements, sources } = readConfiguration(new Map(filledIn), manifest);
      const asked = requirements.scans.required.items.map(({ scanner }) => scanner);
      expect(asked.filter((asks) => !sources.reports.some(({ scanner }) => scanner === asks))).toEqual([]);
      for (const { workflow, artifact } of sources.reports) {
        const steps = [...readFileSync(`examples/pipeline/${workflow}`, 'utf8').matchAll(/upload-artifact@.*\n\s+with:\n\s+name: (.*)\n/g)];
        expect(steps.map(([, name]) => name)).toContain(artifact);
      }
    },
  );

  it('examples/service holds the example of docs/controls.md, to the letter', () => {
    expect(readFileSync('docs/controls.md', 'utf8')).toContain(readFileSync('examples/service/.proofrail/controls/iso27001.yaml', 'utf8'));
  });
});

describe('docs/controls.md', () => {
  const page = readFileSync('docs/controls.md', 'utf8');
  const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '');
  const [own = '', table = '', vouched = '', short = '', , roles = '', triage = ''] = blocks;

  it('shows files that are accepted as they stand', () => {
    expect(registryOf([readStrictYaml(own, 'own')], manifest).form).toBe('own');
    expect(registryOf([readStrictYaml(own.replace('thresholds: sla\n', table), 'own')], manifest).requirements.scans.thresholds.container.medium.maximum).toBe(20);
    expect(registryOf([readStrictYaml(own + vouched, 'own')], manifest).tools['bandit']?.cleanWithoutRules).toBe(true);
    expect(registryOf([readStrictYaml(short, 'short')], manifest).form).toBe('short');
    expect(rolesOf(readStrictYaml(roles, 'roles')).roles['platform']).toEqual(['10302259']);
    expect(triageOf(readStrictYaml(triage, 'triage'))).toHaveLength(1);
  });

  it('says how many stages no rule covers', () => {
    const uncovered = stages(manifest).filter(({ rules }) => rules.length === 0);
    expect(uncovered.map(({ name }) => name)).toEqual(['Immutable audit logging', 'Rollback']);
  });
});
