import { describe, expect, it } from '@jest/globals';
import { commitInput, inputLines, oneOf, requiredInput } from './index.ts';

const given = (value: string) => () => value;

describe('inputs', () => {
  it('that came out empty count as not given, and the message names the line to write', () => {
    expect(() => requiredInput(given(''), 'ledger')).toThrow(
      expect.objectContaining({ code: 'input/required', at: 'with.ledger', outcome: 'invalid' }),
    );
  });

  it('of several lines forget blanks and repetitions and keep their order', () => {
    expect(inputLines(given(' b \r\n\n\ta\rb\n  '), 'reports')).toEqual(['b', 'a']);
    expect(inputLines(given(''), 'reports')).toEqual([]);
    expect(() => inputLines(given('\n'.repeat(1_001)), 'reports')).toThrow(/input\/too-many/);
  });

  it.each(['True', 'yes', '1', 'true\u00a0'])('never take %j for true', (value) => {
    expect(() => oneOf(given(value), 'accept-given', ['true', 'false'])).toThrow(/input\/unknown-word/);
  });

  it.each(['main', 'a'.repeat(39), 'A'.repeat(40), `${'a'.repeat(40)}\u200b`])('never take %j for a commit', (value) => {
    expect(() => commitInput(given(value), 'commit')).toThrow(/input\/not-a-commit/);
  });
});
