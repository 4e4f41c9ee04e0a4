import type { KindKeptLonger } from '@proofrail/core/controls';
import { outcomeOf, parseStreamId } from '@proofrail/core/ledger';
import { lengthenLocks, type Lengthened } from '@proofrail/core/lengthen';
import { ConfigurationError, worstOutcome, type CheckOutcome } from '@proofrail/core/outcomes';
import { findAttachments, openLedger, openLockKeeper } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import { withRole } from '../evidence/with-role.ts';
import { readLedgerInputs } from '../ledger-inputs.ts';
import type { Session } from '../session.ts';
import { findingJson } from '../evidence/finding-json.ts';
import type { LedgerLengthenOptions } from './declare-ledger.ts';
import { daysByKind } from './days-by-kind.ts';
import { lengthenProgress } from './lengthen-progress.ts';
import { lengthenText, type LengthenedLedger } from './lengthen-text.ts';
import { requireStream } from './require-stream.ts';
import { retentionOfRegistry } from './retention-of-registry.ts';

/**
 * Lengthens the locks of what the registry keeps longer than the bucket keeps all. Nothing done for want of --yes is `invalid` where there
 * is something to do: no script may take it for done.
 */
export async function lengthenLedger(given: LedgerLengthenOptions, session: Session): Promise<Answer> {
  const options = await withRole(given, session);
  const { trust } = readLedgerInputs(options);
  const { kindsBeyond } = retentionOfRegistry(options.config);
  if (kindsBeyond(0).length === 0) throw noKinds(options.config);
  const stream = options.stream === undefined ? null : parseStreamId(options.stream, '--stream');
  const keeper = await openLockKeeper(options.ledger, options);
  const attachments = await findAttachments(options.ledger, options.attachments ?? null, options);
  const store = await openLedger(options.ledger, options);
  const { uri: ledger, lockedDays = 0 } = store;
  const asked = kindsBeyond(lockedDays);
  const { yes: confirmed = false } = options;
  const done = await lengthenLocks({
    store,
    keeper,
    days: daysByKind(asked),
    stream,
    confirmed,
    onProgress: lengthenProgress(session),
    ...(trust === undefined ? {} : { trust }),
    ...(attachments === null ? {} : { attachments }),
  });
  const outcome = outcomeFor(done, confirmed);
  await requireStream(store, options.stream, { outcome, streams: done.streams.map((stream) => ({ stream })) });
  const lengthened = { ...done, kinds: foundOf(asked, done), trust: trust?.origin ?? 'none', ledger, lockedDays, confirmed };
  return { outcome, json: lengthenedJson(lengthened), text: (page) => lengthenText(lengthened, page) };
}

/** A keeper for whom the registry has nothing to do was most often given the wrong one. */
const noKinds = (folder: string): ConfigurationError =>
  new ConfigurationError('ledger/no-kinds', {
    expected: 'a registry that keeps some kinds of evidence for longer than all: evidence.kinds',
    found: 'one that does not',
    at: folder,
    doThis: 'Name the kinds in controls.yaml, such as evidence: {retention_years: 7, kinds: {sbom: 10}}, or leave this out.',
  });

/** What is asked for each kind, and what was found of it. */
const foundOf = (asked: readonly KindKeptLonger[], { kinds }: Lengthened): LengthenedLedger['kinds'] =>
  asked.flatMap((one) => kinds.filter(({ kind }) => kind === one.kind).map((found) => ({ ...found, ...one })));

/** Nothing looked at is never ok. */
function outcomeFor({ streams, kinds, findings }: Lengthened, confirmed: boolean): CheckOutcome {
  const isLeft = !confirmed && kinds.some(({ short }) => short > 0);
  return worstOutcome([isLeft || streams.length === 0 ? 'invalid' : 'allow', ...findings.map(outcomeOf)]);
}

const lengthenedJson = ({
  trust,
  ledger,
  lockedDays,
  kinds,
  findings,
  confirmed,
}: LengthenedLedger): Record<string, unknown> => ({
  trust,
  ledger,
  locked_days: lockedDays,
  lengthened: confirmed,
  kinds: kinds.map(({ kind, years, days, records, objects, short, until }) => ({
    ...{ kind, years, days, records, objects, short },
    until: until === null ? null : new Date(until).toISOString(),
  })),
  findings: findings.map(findingJson),
});
