import type { Result, Verified } from './run.ts';

/** Half of what the platform takes of a job in all its outputs, which is 1 MB of UTF-16 (gate.md 1.5): other steps have some to say, too. */
const MOST_CHARACTERS = 250_000;

/** What later steps get. Where there are too many images for that, they get fewer, refused ones first; what was checked still decides. */
export function outputs({ outcome, images }: Result): Record<string, string> {
  const rows = images.map((image) => ({ image, json: asciiJson(rowOf(image)) }));
  const isRefused = ({ image }: (typeof rows)[number]): boolean => image.answer.outcome !== 'allow';
  const all = rows.map(({ json }) => json);
  const kept =
    sizeOf(all) <= MOST_CHARACTERS ? all : fitting([...rows.filter(isRefused), ...rows.filter((row) => !isRefused(row))]);
  return { outcome, images: `[${kept.join(',')}]`, 'images-left-out': String(images.length - kept.length) };
}

function fitting(rows: readonly { readonly json: string }[]): string[] {
  const kept: string[] = [];
  let size = sizeOf([]);
  for (const { json } of rows) {
    size += json.length + 1;
    if (size > MOST_CHARACTERS) break;
    kept.push(json);
  }
  return kept;
}

/** Of the list, with a comma behind each and its brackets. */
const sizeOf = (list: readonly string[]): number => list.reduce((sum, { length }) => sum + length + 1, 2);

const rowOf = ({ reference, file, line, answer }: Verified) => ({
  reference,
  file,
  line,
  outcome: answer.outcome,
  code: answer.outcome === 'allow' ? null : answer.code,
  commit: answer.outcome === 'allow' ? answer.commit : null,
});

/** References come from manifests: as JSON in ASCII no character of theirs can end a line or change how it reads. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
