import { describe, expect, it } from '@jest/globals';
import { acknowledgementIn } from './asked-acknowledgement.ts';

const asked = (acknowledgedBy: string, approvedBy: string) => () =>
  acknowledgementIn({ finding: `sha256:${'a'.repeat(64)}`, reason: 'A broken disk', acknowledgedBy, approvedBy });

describe('whoever agrees that a finding may stay', () => {
  it.each([
    ['583231', '583231', 'is not who looked'],
    ['bot:583231', '583231', 'is not who looked, under a prefix'],
    ['583231', 'bot:9919', 'is no bot'],
    ['service:audit', 'service:release', 'is no service'],
  ])('of %s and %s: %s', (looked, agreed) =>
    expect(asked(looked, agreed)).toThrow(expect.objectContaining({ code: 'acknowledge/approved-by' })),
  );

  it.each([
    ['583231', '9919'],
    ['service:audit', '9919'],
  ])('of %s and %s: is a second person', (looked, agreed) =>
    expect(asked(looked, agreed)().approvedBy).toEqual({ kind: 'person', id: agreed }),
  );
});

it.each(['', 'the first', `sha256:${'A'.repeat(64)}`, 'record/altered'])(
  'a finding is named by its digest, not as %j: seen before anything is verified',
  (finding) =>
    expect(() => acknowledgementIn({ finding, reason: 'Why', acknowledgedBy: '1', approvedBy: '2' })).toThrow(
      expect.objectContaining({ code: 'acknowledge/no-finding', at: '--finding' }),
    ),
);
