import {
  decodeManifest,
  findImageReferences,
  parseImageReference,
  referenceState,
  type ReferenceState,
} from '@proofrail/core/images';
import type { DigestAnswer } from '@proofrail/core/gate';
import { NO_TRUST, trustText } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { counted } from '@proofrail/core/text';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { VerifyImagesOptions } from './declare-image.ts';
import { withRole } from '../evidence/with-role.ts';
import { missingOption } from '../options/missing-option.ts';
import type { Session } from '../session.ts';
import { imageTargets, type ImageTarget } from './image-targets.ts';
import { imagesText } from './images-text.ts';

export interface JudgedReference extends WrittenReference {
  /** What the ledger says of its digest; null where it was not asked, or could not be. */
  readonly ledger: DigestAnswer | null;
}

interface WrittenReference {
  readonly reference: string;
  /** Null for a reference that was given on the command line. */
  readonly file: string | null;
  readonly line: number | null;
  readonly state: ReferenceState;
}

/**
 * Requires that every reference names bytes and, with a ledger, that those bytes come from a change that was allowed.
 * ConfigurationError `image/...` for a file that cannot be read as a whole, and `image/nothing-found` where there is nothing to judge.
 */
export async function verifyImages(words: readonly string[], asked: VerifyImagesOptions, session: Session): Promise<Answer> {
  requireLedgerBeside(asked);
  const options = await withRole(asked, session);
  const targets = imageTargets(words);
  const written = targets.flatMap(referencesOf);
  if (written.length === 0) throw nothingFound(words, targets.length);
  const ask = options.ledger === undefined ? null : await (await import('./ask-ledger.ts')).askLedger(options.ledger, options);
  const images = await Promise.all(written.map(async (image) => ({ ...image, ledger: await answerFor(image, ask) })));
  const refused = images.filter(isRefused).length;
  const pinned = images.filter((image) => image.state === 'pinned').length;
  return {
    outcome: refused === 0 ? 'allow' : 'deny',
    json: { trust: trustWords(options), counts: { images: images.length, pinned, refused }, images: images.map(imageJson) },
    text: (page) => imagesText(images, trustWords(options), page),
  };
}

/** Whoever says how a ledger is asked, or whose word counts in it, believes that one was: without it any digest would do. */
function requireLedgerBeside({ ledger, trust, attachments, acceptGiven, s3Endpoint }: VerifyImagesOptions): void {
  const said = { '--trust': trust, '--attachments': attachments, '--accept-given': acceptGiven, '--s3-endpoint': s3Endpoint };
  const [first] = Object.entries(said).find(([, value]) => value !== undefined) ?? [];
  if (ledger === undefined && first !== undefined)
    throw missingOption(
      `--ledger beside ${first}: where it is asked whether a change behind the image was allowed`,
      `${first} alone`,
      `name the ledger, or leave ${first} out`,
    );
}

/** Whose word the ledger's is; null where none was asked. Without a trust file anybody could have written it. */
function trustWords({ ledger, trust }: VerifyImagesOptions): string | null {
  if (ledger === undefined) return null;
  return trust ?? trustText(NO_TRUST);
}

const imageJson = ({ ledger, ...written }: JudgedReference) => ({
  ...written,
  ledger: ledger === null ? null : ledgerJson(ledger),
});

function ledgerJson(answer: DigestAnswer) {
  if (answer.outcome === 'deny') return answer;
  const { linkClaimedBy: link_claimed_by, factsGiven: facts_given, foundBy: found_by, ...rest } = answer;
  return { ...rest, link_claimed_by, facts: facts_given ? 'given' : 'read', found_by };
}

export const isRefused = ({ state, ledger }: JudgedReference): boolean => state !== 'pinned' || ledger?.outcome === 'deny';

function referencesOf(target: ImageTarget): WrittenReference[] {
  if (target.kind === 'reference')
    return [{ reference: target.text, file: null, line: null, state: referenceState(target.text) }];
  const text = decodeManifest(readBoundedFile(target.file, { most: MOST_BYTES.manifest }), target.file);
  const found = findImageReferences(text, target.file);
  if (found.length === 0 && target.isNamed) throw nothingFound([target.file], 1);
  return found.map(({ reference, file, line, state }) => ({ reference, file, line, state }));
}

async function answerFor(
  { reference, state }: WrittenReference,
  ask: ((digest: string) => Promise<DigestAnswer>) | null,
): Promise<DigestAnswer | null> {
  if (ask === null || state !== 'pinned') return null;
  return ask(parseImageReference(reference).digest ?? '');
}

function nothingFound(words: readonly string[], files: number): ConfigurationError {
  return new ConfigurationError('image/nothing-found', {
    expected: 'at least one image reference to judge',
    found: files === 0 ? 'no .yaml, .yml or .json file' : `none in ${counted(files, 'file')}`,
    at: words.join(' '),
    doThis: 'name the manifests that are deployed; nothing checked is never ok',
  });
}
