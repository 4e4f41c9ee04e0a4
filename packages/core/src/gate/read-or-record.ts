import type { Sha256 } from '../canonical/digest.ts';
import { textDigest } from '../canonical/text-digest.ts';
import type { CommonInput, Details, RecordSubject } from '../evidence/index.ts';
import { ConfigurationError, UnavailableError } from '../outcomes/index.ts';
import type { EvidenceLog } from './evidence-log.ts';

/** What a document was to prove, and about what. */
export interface DocumentToRead {
  readonly insteadOf: Details<'input.refused'>['instead_of'];
  readonly subject: RecordSubject;
  readonly origin: Omit<CommonInput, 'outcome'>;
  /** Of its bytes, where they could be read. */
  readonly digest: Sha256 | null;
}

/** What `read` gives. Where it throws a ConfigurationError, that is recorded first, and then thrown: record first, fail afterwards. */
export async function readOrRecord<T>(read: () => T, document: DocumentToRead, evidence: EvidenceLog): Promise<T> {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) await recordIfPossible(thrown, document, evidence);
    throw thrown;
  }
}

async function recordIfPossible(
  failure: ConfigurationError,
  { insteadOf, subject, origin, digest }: DocumentToRead,
  evidence: EvidenceLog,
): Promise<void> {
  try {
    await evidence.append({
      kind: 'input.refused',
      subject,
      evidence: { ...origin, outcome: 'error', commit_sha: 'commit' in subject ? subject.commit : null, raw_sha256: digest },
      details: {
        instead_of: insteadOf,
        error: { code: failure.code, message: textDigest(failure.message) },
        document: digest,
      },
    });
  } catch (thrown) {
    // 2 stands above 3 (decisions.md, Outcomes): the broken document is what has to be mended first.
    if (!(thrown instanceof UnavailableError)) throw thrown;
  }
}
