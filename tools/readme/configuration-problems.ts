import { readConfiguration } from '../../packages/core/src/controls/index.ts';
import { Failure } from '../../packages/core/src/outcomes/index.ts';
import { readBundle } from '../../policies/index.ts';
import type { FencedBlock } from '../docs/markdown.ts';

const NAMED = /^# \.proofrail\/(\S+)\n/;

/**
 * What is wrong with the files of `.proofrail/` that a page shows, each a block whose first line names it, as `line: problem`. Together
 * they have to be a folder that the gate takes: whoever copies all of them must not end in an error that the page keeps to itself.
 */
export function configurationProblems(blocks: readonly FencedBlock[]): string[] {
  const shown = blocks.flatMap(({ text, line }) => {
    const name = NAMED.exec(text)?.[1];
    return name === undefined ? [] : [{ name, text, line }];
  });
  const [first] = shown;
  if (first === undefined) return [];
  const lineOf = new Map(shown.map(({ name, line }) => [name, line]));
  if (lineOf.size < shown.length) return [`${first.line}: shows a file of .proofrail/ twice`];
  try {
    readConfiguration(new Map(shown.map(({ name, text }) => [name, Buffer.from(text)])), readBundle().manifest);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    const at = [...lineOf].find(([name]) => thrown.at.startsWith(name));
    return [`${at?.[1] ?? first.line}: ${thrown.message}`];
  }
}
