import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Ground } from './ground.ts';
import { growthRow } from './growth.ts';
import { layOutCase, type JudgedCase } from './judged-case.ts';
import { nativeTools, type NativeTools } from './native-tools.ts';
import { comparePrograms, median, type Comparison } from './paired.ts';
import { writeRegoModules, type RegoModules } from './rego-modules.ts';
import { milliseconds, type Row } from './table.ts';

/** How often per size, and what is allowed of conftest's time (decisions.md, Measuring). */
const SIZES = [
  { findings: 300, rounds: 200, evaluator: 1.8, gate: 2.6 },
  { findings: 3_000, rounds: 40, evaluator: 0.95, gate: 1.5 },
  { findings: 30_000, rounds: 7, evaluator: 0.5, gate: 1 },
] as const;

interface Laid extends JudgedCase {
  readonly size: (typeof SIZES)[number];
  /** Median seconds of one evaluation in a fresh instance, in this process. */
  readonly fresh: number;
}

/** Judging a change: our evaluator and our gate against the native ones over the same rules and the same document. */
export async function judgingRows(ground: Ground): Promise<Row[]> {
  const tools = nativeTools();
  const laid: Laid[] = [];
  for (const size of SIZES) laid.push(timed(size, await layOutCase(ground, size.findings)));
  const [smallest, largest] = [laid[0], laid.at(-1)];
  if (smallest === undefined || largest === undefined) throw new Error('at least one size is measured');
  const alone = [growthRow('evaluation', inProcess(smallest), inProcess(largest)), againstBareStart(ground, smallest)];
  if (tools === null) return alone;
  const modules = writeRegoModules(path.join(ground.root, 'policies'), path.join(ground.folder, 'rego'));
  const native = laid.flatMap((one) => againstConftest(ground, tools, modules, one));
  return [...native, againstPrepared(tools, modules, smallest), ...alone];
}

function timed(size: Laid['size'], one: JudgedCase): Laid {
  const times = Array.from({ length: size.rounds }, () => {
    const started = process.hrtime.bigint();
    one.policy.evaluate(one.document);
    return Number(process.hrtime.bigint() - started) / 1e9;
  });
  return { ...one, size, fresh: median(times) };
}

const inProcess = ({ size, fresh }: Laid) => ({ size: size.findings, seconds: fresh });

function againstConftest({ pairs }: Ground, tools: NativeTools, { folder }: RegoModules, one: Laid): Row[] {
  // Rules that this registry does not switch on fail in the bare module: both must say so, or they did not do the same work.
  const failed = one.policy.evaluate(one.document).some(({ status }) => status === 'fail');
  const args = ['test', '--policy', folder, one.input];
  const conftest = { name: 'conftest', command: tools.conftest, args, exits: [failed ? 1 : 0] };
  return (['evaluator', 'gate'] as const).map((name) => ({
    what: `${name} ÷ conftest, ${one.size.findings} findings`,
    ...figures(comparePrograms(one[name], conftest, pairs), one.size[name]),
  }));
}

function againstPrepared(tools: NativeTools, { files }: RegoModules, { size, input, fresh }: Laid): Row {
  const query = ['data.proofrail.decision', input, String(size.rounds), ...files];
  const theirs = Number(execFileSync(tools.prepared, query, { encoding: 'utf8' })) / 1e9;
  return {
    what: `fresh instance ÷ prepared query in Go, ${size.findings} findings`,
    ...figures({ a: fresh, b: theirs, ratio: fresh / theirs }, 0.6),
  };
}

function againstBareStart({ folder, node, pairs }: Ground, { gate, size }: Laid): Row {
  const nothing = path.join(folder, 'nothing.js');
  writeFileSync(nothing, '');
  const comparison = comparePrograms(gate, { name: 'bare Node', command: node, args: [nothing] }, pairs);
  return { what: `whole gate ÷ bare start of Node, ${size.findings} findings`, ...figures(comparison, 3.5) };
}

const figures = ({ a, b, ratio }: Comparison, bound: number): Omit<Row, 'what'> => ({
  found: ratio,
  bound,
  sense: 'most',
  detail: `${milliseconds(a)} against ${milliseconds(b)}`,
});
