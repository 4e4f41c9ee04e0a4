import { expect, it } from '@jest/globals';
import { OWN } from '../../test/registries.ts';
import { registryFrom } from '../../test/registry-from.ts';

/** The sample, in which nobody names the rule. */
const WITHOUT: Readonly<Record<string, string>> = {
  'branches.flow': OWN.replace('branches.flow', 'exceptions.validity'),
  'scans.complete': OWN.replace('scans.complete, ', ''),
  'scans.threshold': OWN.replace(', scans.threshold', ''),
};

it.each(Object.keys(WITHOUT))(
  'says to name %s, and never to leave out what every registry has to choose: without it the form is refused',
  (rule) => {
    expect(() => registryFrom(WITHOUT[rule] ?? '', 'controls.yaml')).toThrow(
      expect.objectContaining({
        code: 'controls/drives-nothing',
        doThis: `Name the rule ${rule} under a control; rollout may have it in shadow at first.`,
      }),
    );
  },
);
