import type { Sha256 } from '@proofrail/core/canonical';
import { archiveSbom, type ArchivedSbom } from '@proofrail/core/gate/archive-sbom';
import { readSbomOf } from '@proofrail/core/sbom';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { ArchiveOptions } from './declare-sbom.ts';
import { fullCommit } from '../evidence/full-commit.ts';
import { localOrigin } from '../evidence/local-origin.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs, type Recorded } from '../evidence/recorded.ts';
import { recordedLines } from '../evidence/recorded-lines.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import { streamFor } from '../evidence/stream-for.ts';
import { subjectDigest } from '../evidence/subject-digest.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import { formatName } from './show-sbom.ts';

/** Checks everything that was handed over before the ledger is touched; ConfigurationError writes nothing. */
export async function archiveSbomFile(file: string, asked: ArchiveOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const bytes = readBoundedFile(file, { most: MOST_BYTES.sbom });
  const artifact = subjectDigest(options.subject, '--subject');
  const commit = fullCommit(options.commit);
  readSbomOf(artifact, bytes, file);
  const desk = await openEvidence(options, session);
  const stream = await streamFor(options.stream, desk.store);
  const origin = localOrigin(desk.product);
  const archived = await archiveSbom({ bytes, file, artifact, commit, at: session.clock.now(), origin }, desk.log(stream));
  const recorded = recordedAs([archived.written], desk.madeKey);
  saveReceipt(recorded.receipt, options.saveReceipt);
  return {
    outcome: 'allow',
    json: archivedJson(archived, artifact, commit, recorded),
    text: ({ style }) => archivedText(archived, artifact, commit, recorded, style.quiet),
  };
}

const archivedJson = ({ sbom, document }: ArchivedSbom, artifact: Sha256, commit: string | null, recorded: Recorded) => ({
  artifact,
  commit: commit === null ? null : { id: commit, claimed_by: 'archive-sbom' },
  sbom: {
    format: sbom.format,
    version: sbom.version,
    digest: sbom.digest,
    components: sbom.components.length,
    key: document.key,
  },
  recorded,
});

function archivedText(
  { sbom }: ArchivedSbom,
  artifact: Sha256,
  commit: string | null,
  recorded: Recorded,
  look: (text: string) => string,
): string {
  const lines: [string, string][] = [
    ['archived', `${formatName(sbom)}, ${counted(sbom.components.length, 'component')}, ${sbom.digest}`],
    ['artifact', artifact],
    ['commit', commit === null ? 'none named: this SBOM links to no change' : `${shown(commit)} (claimed by archive-sbom)`],
    ['facts', 'facts given, not read'],
    ...recordedLines(recorded),
  ];
  return table(lines.map(([name, text]) => [{ text: name, look }, text]));
}
