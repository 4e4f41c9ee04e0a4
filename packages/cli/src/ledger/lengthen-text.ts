import type { KindKeptLonger } from '@proofrail/core/controls';
import { firstOfEach, placeOf } from '@proofrail/core/ledger';
import type { Lengthened, LengthenedKind } from '@proofrail/core/lengthen';
import { counted, momentText } from '@proofrail/core/text';
import type { Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import { trustLine } from '../evidence/trust-line.ts';

export interface LengthenedLedger extends Omit<Lengthened, 'kinds'> {
  readonly trust: string;
  readonly ledger: string;
  /** For how many days the bucket locks everything by itself. */
  readonly lockedDays: number;
  /** What the registry asks, and what was found. */
  readonly kinds: readonly (KindKeptLonger & LengthenedKind)[];
  readonly confirmed: boolean;
}

/** Whose signatures counted, what each kind needs, what does not verify, then the one word that counts. */
export function lengthenText(lengthened: LengthenedLedger, { style, columns }: Page): string {
  const { trust, ledger, lockedDays, kinds, findings, confirmed } = lengthened;
  const width = columns === undefined ? {} : { columns };
  const head = table(
    [
      ['ledger', shown(ledger)],
      ['locked', `${counted(lockedDays, 'day')} by the bucket itself`],
    ],
    width,
  );
  const rows = kinds.map((one) => [{ text: one.kind, look: style.strong }, counted(one.years, 'year'), kindText(one, confirmed)]);
  const { shown: first, more } = firstOfEach(findings);
  const unsound = [
    ...first.map((one) => [{ text: one.kind, look: style.bad }, shown(`${placeOf(one)}: ${one.detail} (${one.key})`)]),
    ...more.map(({ kind, code, count }) => [kind, `${count} more of ${code}: --json lists every one`]),
  ];
  return [`${trustLine(trust)}\n${head}`, table(rows, width), table(unsound, width), conclusion(lengthened, style)]
    .filter((block) => block !== '')
    .join('\n\n');
}

function kindText({ records, objects, short, until }: LengthenedKind, confirmed: boolean): string {
  if (records === 0) return 'no record';
  const seen = `${counted(records, 'record')}, which ${records === 1 ? 'rests' : 'rest'} on ${counted(objects, 'object')}`;
  if (until === null) return `${seen}: all locked for long enough`;
  return `${seen}: ${counted(short, 'lock')} ${confirmed ? 'lengthened' : 'to be lengthened'}, at most until ${momentText(until)}`;
}

function conclusion({ streams, kinds, findings, confirmed }: LengthenedLedger, style: Page['style']): string {
  if (streams.length === 0) return style.bad('nothing to lengthen: nothing lies there, and that is never ok');
  const short = kinds.reduce((sum, one) => sum + one.short, 0);
  const done = short === 0 ? [] : [shortText(short, confirmed, style)];
  if (findings.length > 0) return [style.bad(LEFT), ...done].join('\n');
  if (kinds.length === 0) return style.good('the bucket locks everything for as long as any kind is to be kept');
  return done[0] ?? style.good('every lock lasts as long as the registry asks');
}

const LEFT = 'what is listed above does not verify, and was left as it is: "proofrail verify" says more';

function shortText(short: number, confirmed: boolean, style: Page['style']): string {
  if (confirmed) return style.good(`${counted(short, 'lock')} lengthened`);
  return style.caution(
    `${counted(short, 'lock')} to be lengthened: nobody can shorten one again, and each object is paid for as long. Nothing was done. To do it, run it again with --yes.`,
  );
}
