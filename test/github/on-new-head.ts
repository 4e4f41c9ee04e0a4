import { commitFiles, moveBranch, uploadArtifact, type FileChanges, type SoundChange } from '@proofrail/testkit';
import { approveAgain, runAgain } from './run-again.ts';

/** The same change with these files in it: everything that ran and everybody who approved did so on the new head. */
export function withFiles(change: SoundChange, files: FileChanges): SoundChange {
  const { scenario, pullRequest, author } = change;
  return onNewHead(change, commitFiles(scenario, { files, parents: [pullRequest.head.commit], author }).oid);
}

/** The same change, as sound, about another commit of its branch. */
export function onNewHead(change: SoundChange, head: string): SoundChange {
  const { scenario, repository, pullRequest, author } = change;
  moveBranch(scenario, repository, pullRequest.head.branch, head, author.id);
  pullRequest.head = { ...pullRequest.head, commit: head };
  runAgain(change);
  approveAgain(change);
  return change;
}

/** Another report of a scanner, in place of the clean one. */
export function withReport(change: SoundChange, scanner: 'codeql' | 'gitleaks', report: string): SoundChange {
  const name = `${scanner}-sarif`;
  const { artifacts } = change.runs.scan;
  artifacts.splice(0, artifacts.length, ...artifacts.filter((artifact) => artifact.name !== name));
  uploadArtifact(change.scenario, change.runs.scan, name, { [`${scanner}.sarif`]: report });
  return change;
}
