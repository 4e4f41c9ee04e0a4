import { whyMalformed, type ReferenceState } from '@proofrail/core/images';
import type { Page } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import { trustLine } from '../evidence/trust-line.ts';
import { isRefused, type JudgedReference } from './verify-images.ts';

const WORDS: Readonly<Record<Exclude<ReferenceState, 'malformed'>, string>> = {
  pinned: 'by digest',
  mutable: 'mutable: a tag can point elsewhere tomorrow',
  unresolvable: 'a template: render it first, nobody knows what it will name',
  elsewhere: 'another file, deployed with this one, that was not looked at: name what is deployed in the end',
};

export function imagesText(images: readonly JudgedReference[], trust: string | null, { style, columns }: Page): string {
  const rows = images.flatMap((image) => [
    [
      isRefused(image) ? { text: 'refused', look: style.bad } : { text: 'ok', look: style.good },
      shown(image.reference === '' ? '""' : image.reference),
    ],
    // Below: beside a digest there is no room for them.
    ['', { text: image.file === null ? 'command line' : shown(`${image.file}:${image.line}`), look: style.quiet }],
    ['', why(image)],
  ]);
  const lines = [table(rows, columns === undefined ? {} : { columns }), '', style.strong(summary(images))];
  return [...(trust === null ? [] : [trustLine(trust), '']), ...lines].join('\n');
}

function why({ reference, state, ledger }: JudgedReference): string {
  if (state === 'malformed') return whyMalformed(reference);
  if (ledger === null) return WORDS[state];
  if (ledger.outcome === 'deny') return shown(`${ledger.code}: ${ledger.reason}`);
  const given = ledger.factsGiven ? '; facts given, not read' : '';
  return `from commit ${ledger.commit} (claimed by ${ledger.linkClaimedBy}), which was allowed${given}`;
}

function summary(images: readonly JudgedReference[]): string {
  const refused = images.filter(isRefused).length;
  const asked = images.some((image) => image.ledger !== null);
  if (refused > 0) return `${refused} of ${counted(images.length, 'image')} refused`;
  return asked
    ? `${images.length} of ${counted(images.length, 'image')} from changes that were allowed`
    : `${images.length} of ${counted(images.length, 'image')} named by digest`;
}
