import { ConfigurationError } from '@proofrail/core/outcomes';
import { counted } from '@proofrail/core/text';
import { makeLedgerBucket, requireLedgerBucket, type StepTaken } from '@proofrail/machine';
import type { Answer, Page } from '../answer.ts';
import type { LedgerInitOptions } from './declare-ledger.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import { askingForMore, retentionOfRegistry } from './retention-of-registry.ts';

/**
 * Makes the bucket of a ledger. What the server refused is a denial; nothing done for want of --yes is `invalid`: no script may take it
 * for done. ConfigurationError `ledger/too-few-days` before anything is made: what is written meanwhile keeps the lock that it got.
 */
export async function initLedger(asked: LedgerInitOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const { ledger, days, yes: confirmed = false } = options;
  await requireLedgerBucket(ledger, options); // also where nothing is done: what is shown has to be what --yes would do
  requireDays(options);
  const steps = confirmed ? await makeLedgerBucket(ledger, days, options) : [];
  return {
    outcome: !confirmed ? 'invalid' : steps.some(({ result }) => result === 'refused') ? 'deny' : 'allow',
    json: { ledger, days, made: confirmed, steps: steps.map(({ step, result, said }) => ({ step, result, said })) },
    text: (page) => (confirmed ? madeText(steps, page) : plannedText(options)),
  };
}

function requireDays({ days, config }: LedgerInitOptions): void {
  const { asked } = retentionOfRegistry(config);
  const [longest] = asked;
  if (longest === undefined || days >= longest.days) return;
  throw new ConfigurationError('ledger/too-few-days', {
    expected: `at least ${counted(longest.days, 'day')}, for ${askingForMore(asked, days)}`,
    found: String(days),
    at: '--days',
    doThis: `Give --days ${longest.days}, a year being 365 days, or let the registry ask for less.`,
  });
}

function madeText(steps: readonly StepTaken[], { style, columns }: Page): string {
  const look = { done: style.good, refused: style.bad, skipped: style.caution };
  const rows = steps.map(({ step, result, said }) => [{ text: result, look: look[result] }, step, shown(said)]);
  return table(rows, columns === undefined ? {} : { columns });
}

const plannedText = ({ ledger, days }: LedgerInitOptions): string =>
  [
    `This would make the bucket of ${shown(ledger)}, in which every object stays for ${counted(days, 'day')}: nobody, not even the owner of the`,
    'account, can delete one before, and each is paid for as long. Nothing was done. To do it, run it again with --yes.',
  ].join('\n');
