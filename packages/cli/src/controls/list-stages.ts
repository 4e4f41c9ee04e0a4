import { readConfiguration, stages, type Configuration } from '@proofrail/core/controls';
import type { Manifest } from '@proofrail/core/policy';
import { readProofrailFolder } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import type { Answer } from '../answer.ts';
import { registryText } from './registry-text.ts';
import { stagesText } from './stages-text.ts';

/**
 * The ten stages as they are covered today: what is missing is said as loudly as what is there. With a folder, also what its registry
 * asks for once every preset is resolved. ConfigurationError for a registry that cannot be used, with line and column.
 */
export function listStages(folder: string | undefined): Answer {
  const { manifest } = readBundle();
  const found = stages(manifest);
  const registry = folder === undefined ? null : readSoundly(folder, manifest);
  return {
    outcome: 'allow',
    json: {
      stages: found.map(({ number, name, iso27001, soc2, rules, note }) => ({ number, name, iso27001, soc2, rules, note })),
      registry: registry === null ? null : registryJson(registry),
    },
    text: (page) =>
      registry === null ? stagesText(found, page) : `${stagesText(found, page)}\n\n${registryText(registry, page)}`,
  };
}

/** Whoever looks at their own registry wants to hear of a broken exception here, not at the next change. */
function readSoundly(folder: string, manifest: Manifest): Configuration {
  const configuration = readConfiguration(readProofrailFolder(folder), manifest);
  const [broken] = configuration.unreadableExceptions;
  if (broken !== undefined) throw broken.failure;
  return configuration;
}

const registryJson = (registry: Configuration) => ({
  form: registry.form,
  preset: registry.preset,
  retention_years: registry.retentionYears,
  retention_by_kind: registry.retentionByKind,
  rules: registry.switchedOn.map((id) => ({ id, mode: registry.modes[id] ?? 'enforce', controls: registry.controls[id] ?? [] })),
  roles: Object.entries(registry.roles).map(([role, people]) => ({ role, people: people.length })),
  exceptions: registry.exceptions.length,
  configuration: registry.digests,
});
