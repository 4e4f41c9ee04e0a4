import { expect, it } from '@jest/globals';
import { SHORT } from '../test/registries.ts';
import { registryFrom } from '../test/registry-from.ts';

it.each([
  ['min: 2', 'min: 0', 'at least 1'],
  ['min: 2', 'min: -1', 'at least 1'],
  ['retention_years: 7', 'retention_years: -7', 'at least 1 year'],
])('names the least number that would be taken in place of %s: %s', (from, to, expected) => {
  expect(() => registryFrom(SHORT.replace(from, to), 'controls/iso27001.yaml')).toThrow(
    expect.objectContaining({ code: 'controls/wrong-value', expected }),
  );
});

it('names the one that comes again, where each counts once', () => {
  const text = SHORT.replace('[security, platform]', '[security, platform, security]');
  expect(() => registryFrom(text, 'controls/iso27001.yaml')).toThrow(
    expect.objectContaining({ expected: 'each only once', found: '"security"', at: 'controls/iso27001.yaml:5:53' }),
  );
});
