import { describe, expect, it } from '@jest/globals';
import { COUNT_APPROVALS } from './known-rules.ts';
import { registryFrom } from '../test/registry-from.ts';
import { OWN, SHORT } from '../test/registries.ts';

describe('rules that count approvals, in a registry that does not say how many', () => {
  it.each(COUNT_APPROVALS)('are refused in our own form: nothing would ever pass %s', (rule) => {
    const text = OWN.replace('min: 2, ', '').replace('approvals.quorum, approvals.fresh', rule);
    expect(() => registryFrom(text, 'controls.yaml')).toThrow(
      expect.objectContaining({ code: 'controls/missing-choice', expected: `approvals.min, because rule ${rule} is named` }),
    );
  });

  it('are refused in the short form, which brings them with any key of approvals', () => {
    const text = SHORT.replace('min: 2, ', '');
    expect(() => registryFrom(text, 'controls/iso27001.yaml')).toThrow(
      expect.objectContaining({ code: 'controls/missing-choice', at: 'controls/iso27001.yaml:5:5' }),
    );
  });

  it('take the number that another control of the short form says', () => {
    const other = 'A.5.3:\n  title: Duties\n  pipeline:\n    approvals: {min: 3}\n';
    const { requirements } = registryFrom(`${SHORT.replace('min: 2, ', '')}${other}`, 'controls/iso27001.yaml');
    expect(requirements.approvals.minimum).toBe(3);
  });
});
