import { describe, expect, it } from '@jest/globals';
import { hostileText, readCommands, seededRandom } from '@proofrail/testkit';
import { captureOutput } from '../../test/capture-output.ts';
import { annotate } from './annotate.ts';
import { visibleControls } from '../escape/index.ts';

describe('annotations', () => {
  it('say exactly what was said, at the place that was named, and start no other command', async () => {
    const random = seededRandom(7);
    for (let seed = 0; seed < 2_000; seed++) {
      const given = {
        kind: 'error',
        title: hostileText(random, 4),
        message: hostileText(random),
        file: hostileText(random, 3),
        line: 12,
      } as const;
      const { commands, annotations } = readCommands(await captureOutput(() => annotate([given])));
      expect(commands).toHaveLength(1);
      expect(annotations[0]).toEqual({
        kind: 'error',
        line: 12,
        title: visibleControls(given.title),
        message: visibleControls(given.message),
        file: visibleControls(given.file),
      });
    }
  });

  it('lose nothing silently: the tenth of a kind says how many more the summary holds', async () => {
    const many = Array.from(
      { length: 37 },
      (_, index) => ({ kind: 'warning', title: `t${index}`, message: `m${index}` }) as const,
    );
    const one = { kind: 'error', title: 'alone', message: 'is not crowded out by another kind' } as const;
    const { annotations } = readCommands(await captureOutput(() => annotate([...many, one])));
    expect(annotations.filter(({ kind }) => kind === 'warning')).toHaveLength(10);
    expect(annotations.find(({ title }) => title === '28 more')?.message).toContain('28 more');
    expect(annotations.find(({ kind }) => kind === 'error')?.message).toBe(one.message);
  });

  it('end in a mark where the platform would have cut them without a word', async () => {
    const message = `${'x'.repeat(3_998)}😀${'y'.repeat(5_000)}`;
    const [shown] = readCommands(await captureOutput(() => annotate([{ kind: 'notice', title: 't', message }]))).annotations;
    expect(shown?.message).toBe(`${'x'.repeat(3_998)}…`);
  });
});
