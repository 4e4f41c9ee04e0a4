import type { KindKeptLonger } from '@proofrail/core/controls';
import { firstOfEach, placeOf } from '@proofrail/core/ledger';
import type { Lengthened } from '@proofrail/core/lengthen';
import { counted, momentText } from '@proofrail/core/text';
import type { Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import { trustLine } from '../evidence/trust-line.ts';

export interface LengthenedLedger {
  readonly trust: string;
  readonly ledger: string;
  /** For how many days the bucket locks everything by itself. */
  readonly lockedDays: number;
  readonly asked: readonly KindKeptLonger[];
  readonly done: Lengthened;
  readonly confirmed: boolean;
}

/** Whose signatures counted, what each kind needs, what does not verify, then the one word that counts. */
export function lengthenText(lengthened: LengthenedLedger, { style, columns }: Page): string {
  const { trust, ledger, lockedDays, asked, done } = lengthened;
  const width = columns === undefined ? {} : { columns };
  const head = table(
    [
      ['ledger', shown(ledger)],
      ['locked', `${counted(lockedDays, 'day')} by the bucket itself`],
    ],
    width,
  );
  const kinds = asked.map((one) => [
    { text: one.kind, look: style.strong },
    counted(one.years, 'year'),
    kindText(one, lengthened),
  ]);
  const { shown: first, more } = firstOfEach(done.findings);
  const findings = [
    ...first.map((one) => [{ text: one.kind, look: style.bad }, shown(`${placeOf(one)}: ${one.detail} (${one.key})`)]),
    ...more.map(({ kind, code, count }) => [kind, `${count} more of ${code}: --json lists every one`]),
  ];
  return [`${trustLine(trust)}\n${head}`, table(kinds, width), table(findings, width), conclusion(lengthened, style)]
    .filter((block) => block !== '')
    .join('\n\n');
}

function kindText({ kind }: KindKeptLonger, { done, confirmed }: LengthenedLedger): string {
  const found = done.kinds.find((one) => one.kind === kind);
  if (found === undefined || found.records === 0) return 'no record';
  const { records, objects, short, until } = found;
  const seen = `${counted(records, 'record')}, which ${records === 1 ? 'rests' : 'rest'} on ${counted(objects, 'object')}`;
  if (until === null) return `${seen}: all locked for long enough`;
  return `${seen}: ${counted(short, 'lock')} ${confirmed ? 'lengthened' : 'to be lengthened'}, at most until ${momentText(until)}`;
}

function conclusion({ asked, done, confirmed }: LengthenedLedger, style: Page['style']): string {
  if (done.streams.length === 0) return style.bad('nothing to lengthen: nothing lies there, and that is never ok');
  if (done.findings.length > 0)
    return style.bad('what is listed above does not verify, and was left as it is: "proofrail verify" says more');
  if (asked.length === 0) return style.good('the bucket locks everything for as long as any kind is to be kept');
  const short = done.kinds.reduce((sum, one) => sum + one.short, 0);
  if (short === 0) return style.good('every lock lasts as long as the registry asks');
  if (confirmed) return style.good(`${counted(short, 'lock')} lengthened`);
  return style.caution(
    `${counted(short, 'lock')} to be lengthened: nobody can shorten one again, and each object is paid for as long. Nothing was done. To do it, run it again with --yes.`,
  );
}
