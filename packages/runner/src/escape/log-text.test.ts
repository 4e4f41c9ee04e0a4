import { describe, expect, it } from '@jest/globals';
import { hostileText, readCommands, seededRandom } from '@proofrail/testkit';
import { logText } from './log-text.ts';

const CASES = 40_000;

describe('a line of the log', () => {
  it(`holds no command for either parser of the runner, whatever ${CASES} hostile texts say`, () => {
    const random = seededRandom(53);
    const unsafe: string[] = [];
    let wouldHaveRun = 0;
    for (let seed = 0; seed < CASES; seed++) {
      const text = hostileText(random);
      if (readCommands(text).commands.length > 0) wouldHaveRun++;
      const { commands, log } = readCommands(logText(text));
      if (commands.length > 0 || log.length !== 1) unsafe.push(text);
    }
    expect(unsafe).toEqual([]);
    expect(wouldHaveRun).toBeGreaterThan(CASES / 10); // else the generator proves nothing
  });

  it('stays harmless when text that was escaped already is escaped again inside a longer line', () => {
    const random = seededRandom(54);
    const unsafe: string[] = [];
    for (let seed = 0; seed < 10_000; seed++) {
      const line = logText(`${logText(hostileText(random, 4))}${logText(hostileText(random, 4))}`);
      if (readCommands(line).commands.length > 0 || logText(line) !== line) unsafe.push(line);
    }
    expect(unsafe).toEqual([]);
  });

  it.each([
    ['##[set-output name=outcome;]allow', '## [set-output name=outcome;]allow'],
    ['title: ##[error]x', 'title: ## [error]x'],
    ['  ::error::x', '  : :error::x'],
    ['std::vector stays', 'std::vector stays'],
    ['two\nlines', 'two\\u{a}lines'],
    ['#\u200b#[error]', '#\\u{200b}# [error]'],
  ])('%j is shown as %j', (text, shown) => expect(logText(text)).toBe(shown));
});
