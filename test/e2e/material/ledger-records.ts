import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnvelope, parseStatement, type Statement } from '@proofrail/core/canonical';
import type { Workspace } from './workspace.ts';

/** Every record that lies in the workspace's ledger, in the order of its name (time of writing first). */
export const ledgerRecords = (workspace: Workspace, ledger = 'ledger'): Statement[] => recordsIn(workspace.path(ledger));

/** The same of a ledger wherever it lies. */
export function recordsIn(ledger: string): Statement[] {
  const files = list(path.join(ledger, 'v1/records')).sort((a, b) => path.basename(a).localeCompare(path.basename(b)));
  return files.map((file) => parseStatement(parseEnvelope(readFileSync(file), file).payload, file));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return []; // no ledger was begun
  }
}

/** `policy.decision`, `run.intent` and so on. */
export function kindsOf(records: readonly Statement[]): string[] {
  return records.map(({ predicateType }) => /([a-z]+\.?[a-z]+)\/v1$/.exec(predicateType)?.[1] ?? predicateType);
}
