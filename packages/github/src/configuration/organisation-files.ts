import type { Fact } from '@proofrail/core/context';
import { ConfigurationError } from '@proofrail/core/outcomes';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { gateNotReadable, notReadable } from '../asking/github-failure.ts';
import type { OwnRun } from '../change/own-run.ts';
import { oid } from '../change/wire.ts';
import { FOLDER_DOCUMENT } from '../documents/folder-document.ts';
import { once } from './once.ts';
import { proofrailFiles, proofrailPart } from './proofrail-files.ts';

/** The reusable workflow of the organisation's gate, and so the repository whose `.proofrail/` every repository stands under. */
export interface GateWorkflow {
  readonly owner: string;
  readonly name: string;
  /** `.github/workflows/gate.yml` */
  readonly path: string;
}

/** Answers with the files, or throws what `proofrailFiles` throws; where it can't be read at all, UnavailableError. */
export type ReadFiles = () => ReadonlyMap<string, Uint8Array>;

/**
 * The organisation's `.proofrail/` at the very commit of the gate that runs, by GitHub's own word on what this run called: a caller may
 * choose which released gate it calls, not which policy that one has.
 */
export async function organisationFiles(asker: Asker, gate: GateWorkflow, run: Fact<OwnRun>): Promise<ReadFiles> {
  if (!run.known) throw notReadable('which workflows this run called', run.why, 'actions');
  const commit = commitOf(gate, run.value);
  const answer = await asker.graphql(FOLDER_DOCUMENT, { owner: gate.owner, name: gate.name, commit });
  const read = answer.part(['repository', 'object'], v.object({ ...proofrailPart.entries, oid }), 'contents');
  const where = `.proofrail of ${gate.owner}/${gate.name} at ${commit}`;
  return once(() => {
    if (!read.known || read.value.oid !== commit) throw gateNotReadable(where, read.known ? 'another commit' : read.why, gate);
    return proofrailFiles(read.value.proofrail, where);
  });
}

function commitOf({ owner, name, path }: GateWorkflow, { referenced }: OwnRun): string {
  const wanted = `${owner}/${name}/${path}`.toLowerCase();
  const called = referenced.filter((each) => each.path.replace(/@.*$/s, '').toLowerCase() === wanted);
  const [commit, second] = [...new Set(called.map(({ sha }) => sha))];
  if (commit !== undefined && second === undefined && v.is(oid, commit)) return commit;
  throw new ConfigurationError('organisation/not-called', {
    expected: `a run that calls ${owner}/${name}/${path}, at one commit`,
    found: commit === undefined ? 'a run that does not' : 'several commits of it',
    at: 'the workflows that GitHub says this run called',
    doThis: 'Call the gate of the organisation as a reusable workflow; docs/controls.md says why its commit matters.',
  });
}
