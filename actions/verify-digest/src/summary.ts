import { counted } from '@proofrail/core/text';
import type { Annotation } from '@proofrail/runner';
import { markdownCode, markdownText } from '@proofrail/runner/escape';
import type { Result, Verified } from './run.ts';

/** Half of what the platform takes of a job in all its outputs, which is 1 MB of UTF-16 (gate.md 1.5): other steps have some to say, too. */
const MOST_CHARACTERS = 250_000;

/** The job's page: may this be deployed, what to do first, then every image. */
export function summary({ images }: Result): string {
  const refused = images.filter(({ answer }) => answer.outcome !== 'allow');
  const [first] = refused;
  const parts = [
    `## ${headline(images.length, refused.length)}`,
    images.some(({ answer }) => answer.outcome === 'allow' && answer.factsGiven) ? '_facts given, not read_' : '',
    first === undefined ? '' : `**Do this first:** ${markdownCode(first.reference)}: ${markdownText(explain(first))}`,
    [...refused, ...images.filter((image) => !refused.includes(image))].map(line).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline(images: number, refused: number): string {
  const all = counted(images, 'image');
  return refused === 0
    ? `✅ Verified: ${all} from changes that were allowed`
    : `❌ Refused: ${refused} of ${all} must not be deployed`;
}

/** A list and no table: on GitHub the column of a digest is so wide that those after it lie outside the page. */
function line(image: Verified): string {
  const where = image.file === null ? 'the input' : markdownCode(`${image.file}:${image.line}`);
  const status = image.answer.outcome === 'allow' ? '✅ verified' : '❌ refused';
  return `- ${status} ${markdownCode(image.reference)} of ${where}<br>${markdownText(explain(image))}`;
}

/** What was found about one image, and for a refused one what to do: plain text, unescaped. */
function explain({ answer }: Verified): string {
  if (answer.outcome === 'deny') return answer.reason;
  const given = answer.factsGiven ? '; facts given, not read' : '';
  return `from commit ${answer.commit} (claimed by ${answer.linkClaimedBy}), which was allowed${given}${ORDER[answer.foundBy]}`;
}

const ORDER = {
  stream: '',
  pointers: '; not sealed: that nothing newer says otherwise rests on the bucket',
} as const;

/** What was found, for people who read the job's log: one line for each image, unescaped. */
export function logLines({ images }: Result): string[] {
  return images.map((image) => {
    const place = image.file === null ? '' : ` (${image.file}:${image.line})`;
    return `${image.answer.outcome.padEnd(5)} ${image.reference}${place}: ${explain(image)}`;
  });
}

/** One error beside each line that must not be deployed. */
export function annotations({ images }: Result): Annotation[] {
  return images.flatMap(({ answer, reference, file, line }): Annotation[] => {
    if (answer.outcome === 'allow') return [];
    const place = file === null || line === null ? {} : { file, line };
    return [{ kind: 'error', title: answer.code, message: `${reference}: ${answer.reason}`, ...place }];
  });
}

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
