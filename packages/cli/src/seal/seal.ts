import { placeOf } from '@proofrail/core/ledger';
import { sealLedger, type Sealed } from '@proofrail/core/seal';
import { formatVerifierKey } from '@proofrail/core/tlog';
import { openLedger } from '@proofrail/machine';
import { loadLogKey } from '@proofrail/machine/log-key';
import { openOutsiders } from '@proofrail/machine/outside/open-outsiders';
import type { Answer, Page } from '../answer.ts';
import type { SealOptions } from '../commands/seal.ts';
import { withRole } from '../evidence/with-role.ts';
import { requireLocks } from '../ledger/require-locks.ts';
import { replaceFile } from '../replace-file.ts';
import type { Session } from '../session.ts';
import { counted } from '../terminal/counted.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';

const FLAGS = { logKey: '--log-key', origin: '--origin' };

/** Seals a ledger once. ConfigurationError for inputs that cannot be used; TamperedError where a seal would cover up a broken one. */
export async function seal(asked: SealOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const store = await openLedger(options.ledger, options);
  requireLocks(store, options.days);
  const { logKey: given, origin = null } = options;
  const { signer, key } = await loadLogKey(store, { logKey: given, origin }, FLAGS, options);
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const sealed = await sealLedger({
    store,
    signer,
    key,
    clock: session.clock,
    days: options.days ?? null,
    outsiders: openOutsiders(options),
    pause,
  });
  const logKey = formatVerifierKey(key);
  if (options.saveCheckpoint !== undefined) replaceFile(options.saveCheckpoint, sealed.checkpoint.note);
  return {
    outcome: 'allow',
    json: sealedJson(sealed, options.ledger, logKey),
    text: (page) => sealedText(sealed, logKey, page),
  };
}

function sealedJson({ plan, checkpoint, records, gaps }: Sealed, ledger: string, logKey: string): Record<string, unknown> {
  return {
    ledger,
    origin: plan.origin,
    n: plan.n,
    size: checkpoint.size,
    root: rootOf(checkpoint.root),
    sealed_at: new Date(plan.sealed_at).toISOString(),
    records,
    log_key: logKey,
    notices: plan.notices,
    gaps,
  };
}

function sealedText({ plan, checkpoint, records, gaps }: Sealed, logKey: string, { style, columns }: Page): string {
  const head = table([
    [
      'sealed',
      `checkpoint ${plan.n} of ${shown(plan.origin)}: ${counted(records, 'new record')}, ${counted(checkpoint.size, 'entry', 'entries')} in all`,
    ],
    ['root', rootOf(checkpoint.root)],
    ['log key', shown(logKey)],
  ]);
  const width = columns === undefined ? {} : { columns };
  const noted = plan.notices.map(({ code, stream, key }) => [
    { text: 'noted', look: style.caution },
    shown(placeOf({ stream, slot: null, position: null })),
    shown(`${code} (${key})`),
  ]);
  const missing = gaps.map(({ code, by, why }) => [{ text: 'gap', look: style.caution }, shown(by), shown(`${code} (${why})`)]);
  return [head, table([...noted, ...missing], width)].filter((block) => block !== '').join('\n\n');
}

const rootOf = (root: Uint8Array): string => `sha256:${Buffer.from(root).toString('hex')}`;
