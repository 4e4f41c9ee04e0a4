import { describe, expect, it } from '@jest/globals';
import { parseCommandV1 } from './command-v1.ts';
import { parseCommandV2 } from './command-v2.ts';
import { readCommands } from './read-commands.ts';
import { REGISTERED_COMMANDS } from './registered-commands.ts';

describe('the newer notation', () => {
  it.each([
    ['::set-output name=a::b', { name: 'set-output', properties: { name: 'a' }, data: 'b' }],
    ['  \t::warning file=x,line=1::m', { name: 'warning', properties: { file: 'x', line: '1' }, data: 'm' }],
    ['\u3000::debug::m', { name: 'debug', properties: {}, data: 'm' }],
    ['::ERROR::m', { name: 'ERROR', properties: {}, data: 'm' }],
    ['::error file=a%3Ab%2Cc::%25%0A', { name: 'error', properties: { file: 'a:b,c' }, data: '%\n' }],
    ['::error::a::b', { name: 'error', properties: {}, data: 'a::b' }],
    ['::error title=::m', { name: 'error', properties: {}, data: 'm' }],
  ])('reads %j', (line, command) => expect(parseCommandV2(line, REGISTERED_COMMANDS)).toEqual(command));

  it.each(['x::error::m', '::error:m', '::unheard-of::m', ':: error::m', '', '::', '::::m'])('sees nothing in %j', (line) =>
    expect(parseCommandV2(line, REGISTERED_COMMANDS)).toBeNull(),
  );
});

describe('the older notation', () => {
  it.each([
    ['##[error]m', { name: 'error', properties: {}, data: 'm' }],
    ['a title ##[set-output name=outcome;]allow', { name: 'set-output', properties: { name: 'outcome' }, data: 'allow' }],
    ['###[debug]m', { name: 'debug', properties: {}, data: 'm' }],
    ['##[warning file=a%3Bb;line=2]%5D%0D', { name: 'warning', properties: { file: 'a;b', line: '2' }, data: ']\r' }],
  ])('reads %j', (line, command) => expect(parseCommandV1(line, REGISTERED_COMMANDS)).toEqual(command));

  it.each(['##[section]x', '##[error', '# #[error]m', '##[x]##[error]m', '##[ error]m'])('sees nothing in %j', (line) =>
    expect(parseCommandV1(line, REGISTERED_COMMANDS)).toBeNull(),
  );
});

describe('a whole log', () => {
  it('shows what was stopped, and listens again only to the right token', () => {
    const { commands, log, annotations } = readCommands('::stop-commands::t0k\n::error::no\n::wrong::\n::t0k::\n::error::yes');
    expect(log).toEqual(['::error::no', '::wrong::']);
    expect(annotations.map(({ message }) => message)).toEqual(['yes']);
    expect(commands).toHaveLength(3);
  });

  it('finds a command behind each kind of line end, and behind characters without width', () => {
    const log = 'a\r::error::1\r\n::error::2\nb\n\u200b::error::3\n#\u200d#[error]4';
    expect(readCommands(log).annotations.map(({ message }) => message)).toEqual(['1', '2', '3', '4']);
  });

  it('keeps of a message what the platform keeps', () => {
    expect(readCommands(`::error::${'x'.repeat(5_000)}`).annotations[0]?.message).toHaveLength(4_096);
  });

  it('fails a step that tries the commands that were closed for their dangers', () => {
    expect(readCommands('::set-env name=PATH::/evil\n::add-path::/evil').refused).toHaveLength(2);
  });
});
