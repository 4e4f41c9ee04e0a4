import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { RoleOptions } from '../evidence/with-role.ts';
import { unwritable } from '@proofrail/machine';
import { demoLedger, type DemoLedger } from './demo-ledger.ts';

/** Where the story plays: inputs of the repository, and everything that it makes. Paths are relative to the working directory. */
export interface DemoFolder {
  readonly root: string;
  readonly ledger: DemoLedger;
  readonly key: string;
  readonly trust: string;
  readonly receipt: string;
  readonly report: string;
  readonly copies: string;
  /** The facts documents, told as of today. */
  readonly changes: string;
  example(name: string): string;
}

const ROOT = 'proofrail-demo';

/**
 * Makes the folder anew, so that the same story can be told twice. Only a folder of this name, in the working directory, is removed.
 *
 * @throws ConfigurationError `demo/no-examples`, `demo/ledger-not-empty`; UnavailableError `file/unwritable`
 */
export async function freshDemoFolder(options: RoleOptions): Promise<DemoFolder> {
  const examples = examplesFolder();
  const ledger = await demoLedger(ROOT, options);
  makeAnew();
  const inside = (name: string): string => path.join(ROOT, name);
  return {
    root: ROOT,
    ledger,
    key: inside('signing.key'),
    trust: inside('trust.json'),
    receipt: inside('receipt.json'),
    report: inside('report.html'),
    copies: inside('copies'),
    changes: inside('changes'),
    example: (name) => path.join(examples, name),
  };
}

function makeAnew(): void {
  try {
    rmSync(ROOT, { recursive: true, force: true });
    mkdirSync(ROOT);
  } catch (cause) {
    throw unwritable(ROOT, cause);
  }
}

function examplesFolder(): string {
  const folder = path.relative('.', fileURLToPath(new URL('../examples', import.meta.url)));
  if (existsSync(path.join(folder, 'changes'))) return folder; // releases carry a part of the examples, which other commands need
  throw new ConfigurationError('demo/no-examples', {
    expected: 'the folder examples/ of the repository, with the change that the story is about',
    found: 'nothing',
    at: path.join(folder, 'changes'),
    doThis: 'Clone the repository and run "npm start" there: releases do not carry the story.',
  });
}
