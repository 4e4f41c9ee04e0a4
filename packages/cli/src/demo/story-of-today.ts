import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoFolder } from './demo-folder.ts';

const TIME = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/g;

/**
 * The two facts documents of the example, with every time moved by the same span so that they were read just now. The gate takes its time
 * from the run and from nowhere else, and a scan of last week would rightly be too old.
 */
export function tellStoryOfToday(folder: DemoFolder, now: number): void {
  const original = readFileSync(folder.example('changes/allowed.facts.json'), 'utf8');
  const { read_at: readAt } = JSON.parse(original) as { readonly read_at: string };
  const span = now - Date.parse(readAt);
  mkdirSync(folder.changes);
  for (const name of ['denied.facts.json', 'allowed.facts.json']) {
    const facts = readFileSync(folder.example(path.join('changes', name)), 'utf8');
    writeFileSync(
      path.join(folder.changes, name),
      facts.replace(TIME, (_, time: string) => `"${moved(time, span)}"`),
    );
  }
}

const moved = (time: string, span: number): string => new Date(Date.parse(time) + span).toISOString();
