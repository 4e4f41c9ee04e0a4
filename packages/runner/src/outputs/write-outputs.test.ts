import { describe, expect, it } from '@jest/globals';
import { hostileText, readKeyValueFile, seededRandom } from '@proofrail/testkit';
import { captureOutput } from '../../test/capture-output.ts';
import { withCommandFile } from '../../test/with-command-file.ts';
import { writeOutputs } from './write-outputs.ts';

describe('outputs', () => {
  it('arrive as they are, or are refused before the first one is written', async () => {
    const random = seededRandom(8);
    for (let seed = 0; seed < 500; seed++) {
      const outputs = { outcome: 'deny', text: hostileText(random) };
      let refused = false;
      const file = await withCommandFile('OUTPUT', () => {
        try {
          writeOutputs(outputs);
        } catch (cause) {
          refused = true;
          expect(cause).toMatchObject({ code: 'output/control-character', at: 'text' });
        }
      });
      expect(readKeyValueFile(file.toString('utf8'))).toEqual(refused ? {} : outputs);
    }
  });

  it('never go through standard output, where anything printed later could set them again', async () => {
    let printed = '';
    await withCommandFile('OUTPUT', async () => {
      printed = await captureOutput(() => writeOutputs({ outcome: 'allow' }));
    });
    expect(printed).toBe('');
  });

  it('are refused when the platform would lose them for their size', () => {
    expect(() => writeOutputs({ a: 'x'.repeat(300_000), b: 'x'.repeat(300_000) })).toThrow(/output\/too-large/);
  });
});
