import { kindsKeptLonger, readConfiguration, type Configuration } from '@proofrail/core/controls';
import { outcomeOf, parseStreamId, type Finding } from '@proofrail/core/ledger';
import { lengthenLocks, type Lengthened } from '@proofrail/core/lengthen';
import { ConfigurationError, worstOutcome, type CheckOutcome } from '@proofrail/core/outcomes';
import { findAttachments, openLedger, openLockKeeper, readProofrailFolder } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import type { Answer } from '../answer.ts';
import { withRole } from '../evidence/with-role.ts';
import { readLedgerInputs } from '../ledger-inputs.ts';
import type { Session } from '../session.ts';
import { findingJson } from '../evidence/finding-json.ts';
import type { LedgerLengthenOptions } from './declare-ledger.ts';
import { lengthenProgress } from './lengthen-progress.ts';
import { lengthenText, type LengthenedLedger } from './lengthen-text.ts';
import { requireStream } from './require-stream.ts';

/**
 * Lengthens the locks of what the registry keeps longer than the bucket keeps all. Nothing done for want of --yes is `invalid` where there
 * is something to do: no script may take it for done.
 */
export async function lengthenLedger(asked: LedgerLengthenOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const { trust } = readLedgerInputs(options);
  const registry = registryIn(options.config);
  const keeper = await openLockKeeper(options.ledger, options);
  const store = await openLedger(options.ledger, options);
  const attachments = await findAttachments(options.ledger, options.attachments ?? null, options);
  const kinds = kindsKeptLonger(registry, store.lockedDays ?? 0);
  const { yes: confirmed = false } = options;
  const done = await lengthenLocks({
    store,
    keeper,
    days: Object.fromEntries(kinds.map(({ kind, days }) => [kind, days])),
    stream: options.stream === undefined ? null : parseStreamId(options.stream, '--stream'),
    confirmed,
    onProgress: lengthenProgress(session),
    ...(trust === undefined ? {} : { trust }),
    ...(attachments === null ? {} : { attachments }),
  });
  const outcome = outcomeFor(done, confirmed);
  await requireStream(store, options.stream, { outcome, streams: done.streams.map((stream) => ({ stream })) });
  const ledger = { trust: trust?.origin ?? 'none', ledger: store.uri, lockedDays: store.lockedDays ?? 0, asked: kinds };
  return {
    outcome,
    json: lengthenedJson({ ...ledger, done, confirmed }),
    text: (page) => lengthenText({ ...ledger, done, confirmed }, page),
  };
}

/** A keeper for whom the registry has nothing to do was most often given the wrong one. */
function registryIn(folder: string): Configuration {
  const registry = readConfiguration(readProofrailFolder(folder), readBundle().manifest);
  if (Object.keys(registry.retentionByKind).length > 0) return registry;
  throw new ConfigurationError('ledger/no-kinds', {
    expected: 'a registry that keeps some kinds of evidence for longer than all: evidence.kinds',
    found: 'one that does not',
    at: folder,
    doThis: 'Name the kinds in controls.yaml, such as evidence: {retention_years: 7, kinds: {sbom: 10}}, or leave this out.',
  });
}

/** Nothing looked at is never ok. */
function outcomeFor({ streams, kinds, findings }: Lengthened, confirmed: boolean): CheckOutcome {
  const isLeft = !confirmed && kinds.some(({ short }) => short > 0);
  return worstOutcome([isLeft || streams.length === 0 ? 'invalid' : 'allow', ...findings.map(outcomeOf)]);
}

function lengthenedJson({ trust, ledger, lockedDays, asked, done, confirmed }: LengthenedLedger): Record<string, unknown> {
  return {
    trust,
    ledger,
    locked_days: lockedDays,
    lengthened: confirmed,
    kinds: asked.map(({ kind, years, days }) => {
      const { records = 0, objects = 0, short = 0, until = null } = done.kinds.find((one) => one.kind === kind) ?? {};
      return { kind, years, days, records, objects, short, until: until === null ? null : new Date(until).toISOString() };
    }),
    findings: done.findings.map((one: Finding) => findingJson(one)),
  };
}
