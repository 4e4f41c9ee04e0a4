import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Ground } from './ground.ts';
import { layOutCase, type JudgedCase } from './judged-case.ts';
import { comparePrograms, median, type Program } from './paired.ts';
import { writeRegoModules } from './rego-modules.ts';
import { milliseconds, type Row } from './table.ts';

/** How often per size, and what is allowed of conftest's time (decisions.md, Measuring). */
const SIZES = [
  { findings: 300, rounds: 200, evaluator: 1.8, gate: 2.6 },
  { findings: 3_000, rounds: 40, evaluator: 0.95, gate: 1.5 },
  { findings: 30_000, rounds: 7, evaluator: 0.5, gate: 1 },
] as const;

type Size = (typeof SIZES)[number];
type Laid = readonly [size: Size, one: JudgedCase];

/** Judging a change: our evaluator and our gate against the native ones over the same rules and the same document. */
export function judgingRows(ground: Ground): Row[] {
  const modules = path.join(ground.folder, 'rego');
  const files = writeRegoModules(path.join(ground.root, 'policies'), modules);
  const laid = SIZES.map((size): Laid => [size, layOutCase(ground, size.findings)]);
  const fresh = laid.map(([{ rounds }, { policy, document }]) => medianSeconds(() => policy.evaluate(document), rounds));
  return [
    ...laid.flatMap((one) => againstConftest(ground, modules, one)),
    ...laid.slice(0, 1).flatMap((one) => againstPrepared(ground, files, one, fresh[0] ?? Number.NaN)),
    growth(fresh),
    ...laid.slice(0, 1).map(([, { gate }]) => againstBareStart(ground, gate)),
  ];
}

function againstConftest({ tools, pairs }: Ground, modules: string, [size, one]: Laid): Row[] {
  if (tools === null) return [];
  // Rules that this registry does not switch on fail in the bare module: both must say so, or they did not do the same work.
  const failed = one.policy.evaluate(one.document).some(({ status }) => status === 'fail');
  const args = ['test', '--policy', modules, one.input];
  const conftest = { name: 'conftest', command: tools.conftest, args, exits: [failed ? 1 : 0] };
  return (['evaluator', 'gate'] as const).map((what) => {
    const { a, b, ratio } = comparePrograms(what === 'gate' ? one.gate : one.evaluate, conftest, pairs);
    const detail = `${milliseconds(a)} against ${milliseconds(b)}`;
    return { what: `${what} ÷ conftest, ${size.findings} findings`, found: ratio, bound: size[what], sense: 'most', detail };
  });
}

function againstPrepared({ tools }: Ground, modules: readonly string[], [{ rounds }, { input }]: Laid, ours: number): Row[] {
  if (tools === null) return [];
  const query = ['data.proofrail.decision', input, String(rounds), ...modules];
  const theirs = Number(execFileSync(tools.prepared, query, { encoding: 'utf8' })) / 1e9;
  const detail = `${milliseconds(ours)} against ${milliseconds(theirs)}, medians of ${rounds}`;
  return [{ what: 'fresh instance ÷ prepared query in Go, 300 findings', found: ours / theirs, bound: 0.6, sense: 'most', detail }];
}

function growth(fresh: readonly number[]): Row {
  const [smallest = Number.NaN, , largest = Number.NaN] = fresh;
  const exponent = Math.log(largest / smallest) / Math.log(100);
  const detail = fresh.map(milliseconds).join(', ');
  return { what: 'growth of evaluation, 300 to 30,000 findings', found: exponent, bound: 1.15, sense: 'most', detail };
}

function againstBareStart({ folder, node, pairs }: Ground, gate: Program): Row {
  const nothing = path.join(folder, 'nothing.js');
  writeFileSync(nothing, '');
  const { a, b, ratio } = comparePrograms(gate, { name: 'bare Node', command: node, args: [nothing] }, pairs);
  const detail = `${milliseconds(a)} against ${milliseconds(b)}`;
  return { what: 'whole gate ÷ bare start of Node, 300 findings', found: ratio, bound: 3.5, sense: 'most', detail };
}

function medianSeconds(work: () => unknown, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const started = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - started) / 1e9;
  });
  return median(times);
}
