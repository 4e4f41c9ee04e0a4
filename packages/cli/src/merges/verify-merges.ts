import {
  checkBranch,
  excuseCommits,
  lastChecked,
  mergesOutcome,
  recordMerges,
  trustedStart,
  type JudgedCommit,
  type PullRequestSource,
} from '@proofrail/core/merges';
import type { LedgerEntry } from '@proofrail/core/evidence';
import type { WrittenRecord } from '@proofrail/core/gate';
import { isPullRequestStream, NO_TRUST, parseStreamId, trustText, type StreamId } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { sealedBeforeThefts } from '@proofrail/core/verification';
import { findAttachments, openIdentities, openLedger } from '@proofrail/machine';
import { GitRepository } from '@proofrail/machine/git';
import type { Answer } from '../answer.ts';
import type { VerifyMergesOptions } from './declare-merges.ts';
import { fullCommit } from '../evidence/full-commit.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs, type Recorded } from '../evidence/recorded.ts';
import { requireTrustedKey } from '../evidence/require-trusted-key.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import { withRole } from '../evidence/with-role.ts';
import { readLedgerInputs } from '../ledger-inputs.ts';
import type { Session } from '../session.ts';
import { configurationAt } from './configuration-at.ts';
import { commitJson } from './merges-json.ts';
import { mergesText } from './merges-text.ts';
import { pullRequestSource } from './pull-request-source.ts';
import { readEntries } from './read-entries.ts';

/** Holds a branch against what was allowed, records what came out if asked to, and only then answers. */
export async function verifyMerges(asked: VerifyMergesOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const { branch, acceptGiven = false } = options;
  const named = fullCommit(options.since, '--since');
  const pullRequests = await pullRequestSource(options, session);
  const { repository } = pullRequests;
  const stream = ownStream(options.stream ?? repository);
  const { trust } = readLedgerInputs(options);
  if (options.record === true) await requireTrustedKey(options, trust, session);
  const store = await openLedger(options.ledger, options);
  const attachments = await findAttachments(options.ledger, options.attachments ?? null, options);
  if (acceptGiven && (store.assurance === 'locked' || store.assurance === 'versioned')) throw givenRefused(store.uri);
  const entries = await readEntries(store, stream, {
    ...(trust === undefined ? {} : { trust, sealed: await sealedBeforeThefts(store, { trust }) }),
    ...(attachments === null ? {} : { attachments }),
  });
  const since = named ?? startFrom(entries, stream, options);
  using git = await GitRepository.open(options.repository);
  const checked = await checkBranch(since, { entries, stream, repository, branch, acceptGiven }, { git, pullRequests });
  const commits = await excuseCommits(checked.commits, {
    repository,
    at: Math.floor(session.clock.now() / 1000),
    trusted: trustedStart(entries, stream, branch, since),
    configurationAt: configurationAt(git, session.logger),
  });
  const recorded = options.record === true ? await record(commits, { options, stream, pullRequests }, session) : null;
  const shown = { ...checked, commits, trust: trust?.origin ?? trustText(NO_TRUST), facts: pullRequests.facts, recorded };
  return {
    outcome: mergesOutcome(checked, commits),
    json: {
      trust: shown.trust,
      branch,
      since,
      tip: checked.tip,
      facts: shown.facts,
      commits: commits.map(commitJson),
      recorded,
    },
    text: (page) => mergesText(shown, page),
  };
}

/** Facts about the platform that were handed over say so in every record, like everything else that was. */
async function record(
  commits: readonly JudgedCommit[],
  about: { readonly options: VerifyMergesOptions; readonly stream: StreamId; readonly pullRequests: PullRequestSource },
  session: Session,
): Promise<Recorded | null> {
  if (commits.length === 0) return null;
  const { options, stream, pullRequests } = about;
  const desk = await openEvidence(options, session);
  const origin = { system: 'local', collector_id: desk.product.name, collector_version: desk.product.version };
  const { repository, facts } = pullRequests;
  const written = await recordMerges(
    commits,
    { branch: options.branch, repository, facts, at: session.clock.now(), origin },
    { evidence: desk.log(stream), identities: await openIdentities(options.ledger, options.identities, options) },
  );
  const recorded = recordedAs(written as [...WrittenRecord[], WrittenRecord], desk.madeKey); // one for each commit
  saveReceipt(recorded.receipt, options.saveReceipt);
  return recorded;
}

function startFrom(
  entries: readonly LedgerEntry[],
  stream: StreamId,
  { sinceLast, branch, ledger }: VerifyMergesOptions,
): string {
  if (sinceLast !== true)
    throw wrong(
      'merges/no-start',
      'where to begin: --since or --since-last',
      'neither',
      'the command line',
      'name the last commit that was checked',
    );
  const last = lastChecked(entries, stream, branch);
  if (last !== null) return last;
  throw wrong(
    'merges/no-last',
    'a check of this branch in the ledger',
    'none',
    ledger,
    'begin once with --since and the commit from which on the branch is protected',
  );
}

/** What a pull request's credentials wrote answers nothing, so nobody may name that stream. */
function ownStream(text: string): StreamId {
  const stream = parseStreamId(text, '--stream');
  if (!isPullRequestStream(stream)) return stream;
  throw wrong(
    'merges/pull-request-stream',
    "a repository's own stream",
    stream,
    '--stream',
    'leave out "-pr": that stream satisfies nothing',
  );
}

const givenRefused = (uri: string): ConfigurationError =>
  new ConfigurationError('ledger/given-refused', {
    expected: 'a file: ledger, the only kind on which facts that were handed over may be accepted',
    found: uri,
    at: '--accept-given',
    doThis: 'let the gate read the facts itself',
  });

function wrong(code: `merges/${string}`, expected: string, found: string, at: string, doThis: string): ConfigurationError {
  return new ConfigurationError(code, { expected, found, at, doThis });
}
