import type { declareProgram } from '../../packages/cli/src/declare-program.ts';
import { fencedBlocks } from './markdown.ts';

type Command = ReturnType<typeof declareProgram>;

const PROGRAM = /^(?:node +(?:\S*\/)?dist\/proofrail\.js|proofrail) +(.+)$/;

/** Command lines of a page that the program would not understand: no such command, or no such option of it. */
export function commandLineProblems(markdown: string, program: Command): string[] {
  return [...inBlocks(markdown), ...inProse(markdown)].flatMap((line) => problemOf(line, program));
}

/** The same for what a message or a description tells people to run, in quotes or backquotes. */
export function advisedCommandProblems(source: string, program: Command): string[] {
  const advised = [...source.matchAll(/["`](proofrail [a-z][^"`\n]*)["`]/g)].flatMap(([, line]) => line ?? []);
  return advised.filter((line) => !line.includes('${')).flatMap((line) => problemOf(line, program));
}

const inBlocks = (markdown: string): string[] =>
  fencedBlocks(markdown)
    .filter(({ language }) => ['sh', 'bash', 'console', 'shell'].includes(language))
    .flatMap(({ text }) => text.replaceAll(/\\\n */g, '').split(/\n|\||&&|;/))
    .map((line) => line.trim().replace(/^\$ /, ''));

/** A row that says "planned" may name what is to come. */
const inProse = (markdown: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => !line.includes('| planned |'))
    .flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? []));

function problemOf(line: string, program: Command): string[] {
  const words = PROGRAM.exec(line)?.[1]?.split(/\s+/);
  if (words === undefined || words[0] === '…') return [];
  const [command, rest] = descend(program, words);
  const [next] = rest;
  if (command.commands.length > 0 && next !== undefined && !next.startsWith('-')) return [`"${line}": no command "${next}"`];
  const options = rest.filter((word) => word.startsWith('-') && word !== '-').map((word) => word.split('=')[0] ?? word);
  return options.filter((option) => !takes(command, option)).map((option) => `"${line}": no option ${option}`);
}

function descend(command: Command, words: readonly string[]): [Command, readonly string[]] {
  const [first, ...rest] = words;
  const below = command.commands.find((each) => each.name() === first);
  return below === undefined ? [command, words] : descend(below, rest);
}

const takes = (command: Command, option: string): boolean =>
  ['-h', '--help'].includes(option) || command.options.some(({ long, short }) => long === option || short === option);
