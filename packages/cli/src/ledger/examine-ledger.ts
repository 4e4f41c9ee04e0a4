import type { AskedRetention, KindKeptLonger } from '@proofrail/core/controls';
import { worstOutcome, type CheckOutcome } from '@proofrail/core/outcomes';
import { type ExaminedPromise, examineLedgerBucket } from '@proofrail/machine';
import type { Answer, Page } from '../answer.ts';
import type { LedgerOptions } from './declare-ledger.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import { askingForMore, retentionOfRegistry } from './retention-of-registry.ts';

/** Each promise of a ledger and whether this bucket keeps it. Denied by one that is broken, unavailable by one that nobody could see. */
export async function examineLedger(given: LedgerOptions, session: Session): Promise<Answer> {
  const options = await withRole(given, session);
  const { asked, kindsBeyond } = retentionOfRegistry(options.config);
  const days = Math.max(options.days, asked[0]?.days ?? 0);
  const examined = await examineLedgerBucket(options.ledger, days, options);
  const promises = examined.map((one) => withAskers(one, asked));
  const kinds = kindsBeyond(examined.find(({ promise }) => promise === 'retention')?.days ?? 0);
  return {
    outcome: worstOutcome(promises.map(outcomeOf)),
    json: {
      ledger: options.ledger,
      retention_asked: asked,
      keeper_asked: kinds,
      promises: promises.map(({ promise, holds, found, doThis }) => ({ promise, holds, found, do_this: doThis })),
    },
    text: (page) => [promisesText(promises, options.ledger, page), ...keeperText(kinds)].join('\n'),
  };
}

/** The promise with the names of the controls that it is broken to. */
function withAskers(promise: ExaminedPromise, asked: readonly AskedRetention[]): ExaminedPromise {
  const askers = promise.days === undefined ? '' : askingForMore(asked, promise.days);
  return askers === '' ? promise : { ...promise, found: `${promise.found}: by ${askers}` };
}

const outcomeOf = ({ holds }: ExaminedPromise): CheckOutcome => (holds === null ? 'unavailable' : holds ? 'allow' : 'deny');

function promisesText(promises: readonly ExaminedPromise[], ledger: string, { style, columns }: Page): string {
  const rows = promises.map(({ promise, holds, found, doThis }) => [
    holds === null
      ? { text: 'not visible', look: style.caution }
      : holds
        ? { text: 'holds', look: style.good }
        : { text: 'broken', look: style.bad },
    { text: promise, look: style.strong },
    shown([found, ...(doThis === null ? [] : [doThis])].join('. ')),
  ]);
  const kept = promises.filter(({ holds }) => holds === true).length;
  const head = `${counted(kept, 'promise')} of ${promises.length} ${kept === 1 ? 'holds' : 'hold'} in ${shown(ledger)}`;
  return [table(rows, columns === undefined ? {} : { columns }), '', head].join('\n');
}

/** No promise of the bucket: it has one lock for everything. */
function keeperText(kinds: readonly KindKeptLonger[]): string[] {
  if (kinds.length === 0) return [];
  const asked = kinds.map(({ kind, days }) => `${kind} (${counted(days, 'day')})`).join(', ');
  return [
    `A keeper is needed, who runs "proofrail ledger lengthen": the registry asks for more than the bucket locks, of ${asked}`,
  ];
}
