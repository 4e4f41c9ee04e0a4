import { counted } from '@proofrail/core/text';
import { markdownCode, markdownText } from '@proofrail/runner/escape';
import { explain } from './explain.ts';
import type { Result, Verified } from './run.ts';

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
