import { isSha256, type Sha256 } from '@proofrail/core/canonical';
import { archiveSbom, type ArchivedSbom } from '@proofrail/core/gate';
import { ledgerStreams, parseStreamId, type StreamId } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { readSbom } from '@proofrail/core/sbom';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { ArchiveOptions } from '../commands/sbom.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs, type Recorded } from '../evidence/recorded.ts';
import { recordedLines } from '../evidence/recorded-lines.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import type { Session } from '../session.ts';
import { counted } from '../terminal/counted.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import { formatName } from './show-sbom.ts';

/** Checks everything that was handed over before the ledger is touched; ConfigurationError writes nothing. */
export async function archiveSbomFile(file: string, options: ArchiveOptions, session: Session): Promise<Answer> {
  const bytes = readBoundedFile(file, { most: MOST_BYTES.sbom });
  const artifact = artifactOf(options.subject);
  const commit = options.commit === undefined ? null : commitOf(options.commit);
  readSbom(bytes, file);
  const desk = await openEvidence(options, session);
  const stream = options.stream === undefined ? await onlyStream(desk.store) : parseStreamId(options.stream, '--stream');
  const { name, version } = desk.product;
  const origin = { system: 'local', facts: 'given', method: 'manual', collector_id: name, collector_version: version } as const;
  const archived = await archiveSbom({ bytes, file, artifact, commit, at: session.clock.now(), origin }, desk.log(stream));
  const recorded = recordedAs([archived.written], desk.madeKey);
  saveReceipt(recorded.receipt, options.saveReceipt);
  return {
    outcome: 'allow',
    json: archivedJson(archived, artifact, commit, recorded),
    text: ({ style }) => archivedText(archived, artifact, commit, recorded, style.quiet),
  };
}

function artifactOf(subject: string): Sha256 {
  const digest = subject.slice(subject.lastIndexOf('@') + 1);
  if (subject.includes('@') && !subject.startsWith('@') && isSha256(digest)) return digest;
  throw wrong(
    'sbom/subject',
    'name@sha256: and 64 lower-case hex digits',
    subject,
    '--subject',
    'take the digest that the registry answers; a tag may name something else tomorrow',
  );
}

function commitOf(text: string): string {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) return text;
  throw wrong('sbom/commit', 'a full lower-case commit id', text, '--commit', 'use the output of "git rev-parse HEAD"');
}

/** A bill of materials belongs into the stream of its repository. A ledger of one repository needs no telling which. */
async function onlyStream(store: ObjectStore): Promise<StreamId> {
  const streams = (await ledgerStreams(store)).filter((stream) => !stream.endsWith('-pr'));
  const [only = NO_REPOSITORY, another] = streams;
  if (another === undefined) return only;
  throw wrong(
    'sbom/which-stream',
    'one stream to write to',
    streams.join(', '),
    store.uri,
    'name the id of the repository with --stream',
  );
}

const NO_REPOSITORY = parseStreamId('0');

function wrong(code: `sbom/${string}`, expected: string, found: string, at: string, doThis: string): ConfigurationError {
  return new ConfigurationError(code, { expected, found, at, doThis });
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
