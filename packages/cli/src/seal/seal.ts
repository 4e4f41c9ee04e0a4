import { sha256Of } from '@proofrail/core/canonical';
import type { SealedAndCountersigned } from '@proofrail/core/countersign';
import { parseStreamId, placeOf } from '@proofrail/core/ledger';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { addedText } from '@proofrail/core/seal';
import { counted } from '@proofrail/core/text';
import { formatVerifierKey } from '@proofrail/core/tlog';
import { openLedger, productVersion } from '@proofrail/machine';
import { sealOnce } from '@proofrail/machine/seal-once';
import type { Answer, Page } from '../answer.ts';
import type { SealOptions } from './declare-seal.ts';
import { withRole } from '../evidence/with-role.ts';
import { requireLocks } from '../ledger/require-locks.ts';
import { replaceFile } from '../replace-file.ts';
import type { Session } from '../session.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';

const FLAGS = {
  logKey: '--log-key',
  origin: '--origin',
  tsa: '--tsa',
  witness: '--witness',
  issuers: '--issuer',
  key: '--key',
  stream: '--stream',
};
/** One by one. */
const MOST_NAMED = 20;
const PRODUCT = { name: 'proofrail-cli', version: productVersion };

/** Seals a ledger once. ConfigurationError for inputs that cannot be used; TamperedError where a seal would cover up a broken one. */
export async function seal(asked: SealOptions, session: Session): Promise<Answer> {
  requireIssuer(asked);
  const options = await withRole(asked, session);
  const store = await openLedger(options.ledger, options);
  requireLocks(store, options.days);
  const { key, ...sealed } = await sealOnce(
    {
      logKey: options.logKey,
      origin: options.origin ?? null,
      mayTakeOver: () => options.newLogKey === true,
      days: options.days ?? null,
      tsa: options.tsa ?? [],
      witness: options.witness ?? [],
      issuers: options.issuer ?? [],
      receipts: options.allReceipts === true ? 'all' : 'new',
      key: options.key ?? '',
      ledger: options.ledger,
      attachments: options.attachments ?? null,
      stream: options.stream === undefined ? null : parseStreamId(options.stream, '--stream'),
    },
    FLAGS,
    { store, clock: session.clock, product: PRODUCT, access: options },
  );
  const logKey = formatVerifierKey(key);
  if (options.saveCheckpoint !== undefined) replaceFile(options.saveCheckpoint, sealed.checkpoint.note);
  return {
    outcome: 'allow',
    json: sealedJson(sealed, options.ledger, logKey),
    text: (page) => sealedText(sealed, logKey, page),
  };
}

/** What is said about countersigning drives nothing where nobody is asked: the receipts would stay as they are without a word. */
function requireIssuer(options: SealOptions): void {
  const given = (['key', 'stream', 'attachments', 'allReceipts'] as const).find((name) => options[name] !== undefined);
  if (given === undefined || options.issuer !== undefined) return;
  const option = `--${given === 'allReceipts' ? 'all-receipts' : given}`;
  throw new ConfigurationError('issuer/none', {
    expected: 'whom to ask for keys (--issuer), where there is something to countersign',
    found: `${option} alone`,
    at: option,
    doThis: `Give --issuer too, or leave ${option} out: see docs/sealing.md, "Tokens that may be erased".`,
  });
}

function sealedJson(sealed: SealedAndCountersigned, ledger: string, logKey: string): Record<string, unknown> {
  const { plan, checkpoint, records, gaps, issuers, countersigned, refused } = sealed;
  return {
    ledger,
    origin: plan.origin,
    n: plan.n,
    size: checkpoint.size,
    root: sha256Of(checkpoint.root),
    sealed_at: new Date(plan.sealed_at).toISOString(),
    records,
    log_key: logKey,
    notices: plan.notices,
    gaps,
    issuers,
    countersigned,
    not_countersigned: refused,
  };
}

function sealedText(sealed: SealedAndCountersigned, logKey: string, { style, columns }: Page): string {
  const { plan, checkpoint, records, gaps, issuers, countersigned, refused } = sealed;
  const head = table([
    ['sealed', `checkpoint ${plan.n} of ${shown(plan.origin)}: ${addedText({ records, checkpoint })}`],
    ['root', sha256Of(checkpoint.root)],
    ['log key', shown(logKey)],
    ...issuers.map(({ issuer, keys, recorded }) => [
      'issuer',
      `${shown(issuer)}: ${counted(keys, 'key')}${recorded === null ? '' : `, recorded as ${recorded}`}`,
    ]),
    ...(issuers.length === 0 ? [] : [['receipts', `${countersigned} countersigned`]]),
  ]);
  const width = columns === undefined ? {} : { columns };
  const noted = plan.notices.map(({ code, stream, key }) => [
    { text: 'noted', look: style.caution },
    shown(placeOf({ stream, slot: null, position: null })),
    shown(`${code} (${key})`),
  ]);
  const missing = [
    ...gaps.map(({ code, by, why }) => ({ by, what: `${code} (${why})` })),
    ...issuers.flatMap(({ issuer, why }) => (why === null ? [] : [{ by: issuer, what: why }])),
  ].map(({ by, what }) => [{ text: 'gap', look: style.caution }, shown(by), shown(what)]);
  const left = refused
    .slice(0, MOST_NAMED)
    .map(({ stream, record, why }) => [
      { text: 'not countersigned', look: style.caution },
      shown(placeOf({ stream, slot: null, position: null })),
      shown(`${why} (${record})`),
    ]);
  const more = refused.length - left.length;
  const others = more === 0 ? '' : `and ${more} more that are not countersigned; --json names all`;
  return [head, table([...noted, ...missing, ...left], width), others].filter((block) => block !== '').join('\n\n');
}
