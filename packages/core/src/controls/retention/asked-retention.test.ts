import { expect, it } from '@jest/globals';
import { askedRetention } from './asked-retention.ts';
import { registryFrom } from '../test/registry-from.ts';
import { OWN, SHORT } from '../test/registries.ts';

const control = (id: string, years: number): string =>
  `${id}:\n  title: Title\n  pipeline:\n    approvals: {min: 1, roles: [security]}\n  evidence: {retention_years: ${years}}\n`;
const asked = (text: string, file = 'controls/iso27001.yaml') => askedRetention(registryFrom(text, file));

it('puts the control first that asks for most, whatever its place in the file: the lock has to give that much', () => {
  const found = asked(`${control('A.5.3', 3)}${SHORT}${control('A.5.33', 10)}`);
  expect(found.map((one) => [one.control, one.days])).toEqual([
    ['A.5.33', 3650],
    ['A.8.32', 2555],
    ['A.5.3', 1095],
  ]);
});

it('is the whole registry where no control says anything: what the preset keeps, and what the own form writes once', () => {
  const silent = SHORT.replace(/^ +evidence:.*\n/m, '');
  expect(asked(silent)).toEqual([{ control: null, years: 3, days: 1095 }]);
  expect(asked(OWN, 'controls.yaml')).toEqual([{ control: null, years: 7, days: 2555 }]);
});
