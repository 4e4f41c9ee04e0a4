import { expect, it } from '@jest/globals';
import { summary } from '../src/summary.ts';

const refused = (reason: string) => {
  const answer = { outcome: 'deny', code: 'image/no-sbom', reason, record: null } as const;
  return summary({ outcome: 'deny', images: [{ reference: 'web', file: null, line: null, answer }] });
};

it.each(['the ledger holds no SBOM of this digest', 'named by a tag, which can point elsewhere tomorrow'])(
  'says first what is wrong with an image, in words that can be read as one sentence: %s',
  (reason) => {
    expect(refused(reason)).toContain(`**Do this first:** <code>web</code>: ${reason}`);
  },
);
