import { describe, expect, it } from '@jest/globals';
import { judgeChange } from '@proofrail/core/gate/judge-change';
import { readConfiguration, readOrganisationConfiguration, type Configuration } from '@proofrail/core/controls';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { loadPolicy } from '@proofrail/core/policy';
import { readBundle } from '@proofrail/policies';
import { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { COUNT_APPROVALS } from '../../packages/core/src/controls/registry/known-rules.ts';
import { inRequiredRun } from '../required-run.ts';
import { AT, generatedDelivery } from './generated-delivery.ts';
import { generatedRegistry, generatedScanners, ROLES_FILE } from './generated-registry.ts';

const policy = await loadPolicy(readBundle());
const SEEDS = Array.from({ length: inRequiredRun(1_000, 400) }, (_, seed) => seed);

type Files = ReadonlyMap<string, Uint8Array>;

const files = (texts: Readonly<Record<string, string>>): Files =>
  new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));

type Ending = 'allow' | 'deny' | 'refused';

/** Refused: configuration or reports cannot be used, so that the gate ends in 2 and lets nothing through. */
function endingOf(seed: number, read: () => Configuration): Ending {
  const { facts, reports } = generatedDelivery(new SeededRandom(seed + 1_000_000));
  try {
    return judgeChange({ facts, reports, configuration: read(), source: 'read' }, policy, AT).decision.outcome;
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) return 'refused';
    throw thrown;
  }
}

describe('what a repository adds below its organisation', () => {
  it.each([
    ['whatever the two registries ask for', generatedRegistry],
    ['whatever they call the scanners', generatedScanners],
  ])('never makes an allowed change of one that the organisation alone denies: %s', (_, generated) => {
    const seen = new Set<string>();
    for (const seed of SEEDS) {
      const random = new SeededRandom(seed);
      const organisation = files({ ...generated(random), 'roles.yaml': ROLES_FILE });
      const repository = files(generated(random));
      const alone = endingOf(seed, () => readConfiguration(organisation, policy.manifest));
      const both = endingOf(seed, () => readOrganisationConfiguration(organisation, repository, policy.manifest));
      if (alone !== 'allow') expect([seed, both]).not.toEqual([seed, 'allow']);
      seen.add(`${alone}, ${both}`);
    }
    // Else nothing was shown: changes stay what they were, and some are stopped by the repository alone.
    expect([...seen]).toEqual(expect.arrayContaining(['allow, allow', 'allow, deny', 'deny, deny', 'refused, refused']));
  });

  it('lends no number of approvals to a rule of the organisation that lacks one', () => {
    const counting = policy.manifest.rules.filter(({ reasons }) => 'no-minimum' in reasons).map(({ id }) => id);
    expect(counting).toEqual([...COUNT_APPROVALS, 'approvals.quorum']);
  });
});
