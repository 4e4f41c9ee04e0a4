import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Ground } from './ground.ts';
import { judgedInput, type JudgedInput } from './material/judged-input.ts';
import { scannedChange } from './material/scanned-change.ts';
import type { Program } from './paired.ts';

/** One change, laid out for every contender. */
export interface JudgedCase extends JudgedInput {
  /** The input document, for those that read nothing else. */
  readonly input: string;
  readonly evaluator: Program;
  /** From facts, configuration and reports, as a step of a workflow would run it. */
  readonly gate: Program;
}

export async function layOutCase({ folder, node, proofrail, evaluate }: Ground, findings: number): Promise<JudgedCase> {
  const change = scannedChange(findings);
  const judged = await judgedInput(change);
  const write = (name: string, text: string): string => {
    const file = path.join(folder, String(findings), name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const input = write('input.json', JSON.stringify(judged.document));
  const facts = write('facts.json', JSON.stringify(change.facts));
  const reports = Object.entries(change.reports).map(([name, text]) => write(name, text));
  const [config = ''] = Object.entries(change.configuration).map(([name, text]) => write(`.proofrail/${name}`, text));
  const proofrailFolder = config.slice(0, config.indexOf('.proofrail') + '.proofrail'.length);
  const order = ['--facts', facts, '--config', proofrailFolder, '--ledger', 'none', '--report', ...reports];
  return {
    ...judged,
    input,
    evaluator: { name: 'evaluator', command: node, args: [evaluate, input] },
    gate: { name: 'gate', command: node, args: [proofrail, 'gate', ...order] },
  };
}
