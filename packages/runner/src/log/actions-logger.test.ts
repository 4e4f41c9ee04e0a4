import { expect, it } from '@jest/globals';
import { hostileText, readCommands, seededRandom } from '@proofrail/testkit';
import { captureOutput } from '../../test/capture-output.ts';
import { actionsLogger } from './actions-logger.ts';
import { logGroup } from './log-group.ts';

it('prints hostile text as one line each that the runner shows and does not obey', async () => {
  const random = seededRandom(9);
  for (let seed = 0; seed < 2_000; seed++) {
    const printed = await captureOutput(() => {
      actionsLogger.info(hostileText(random));
      actionsLogger.warning(hostileText(random));
      actionsLogger.progress(hostileText(random));
    });
    const { commands, log } = readCommands(printed);
    expect(commands).toEqual([]);
    expect(log).toHaveLength(3); // two lines and what follows the last line end
  }
});

it('opens and closes exactly one group, whatever its title and lines say', async () => {
  const random = seededRandom(10);
  for (let seed = 0; seed < 1_000; seed++) {
    const { commands } = readCommands(
      await captureOutput(() => logGroup(hostileText(random), [hostileText(random), hostileText(random)])),
    );
    expect(commands.map(({ name }) => name)).toEqual(['group', 'endgroup']);
  }
});
