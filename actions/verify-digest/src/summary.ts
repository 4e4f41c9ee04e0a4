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
    first === undefined ? '' : `**Do this first:** ${markdownCode(first.reference)} is ${markdownText(explain(first))}`,
    [
      '| status | where | image |',
      '| --- | --- | --- |',
      ...[...refused, ...images.filter((image) => !refused.includes(image))].map(row),
    ].join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline(images: number, refused: number): string {
  const all = counted(images, 'image');
  return refused === 0
    ? `✅ Verified: ${all} from changes that were allowed`
    : `❌ Refused: ${refused} of ${all} must not be deployed`;
}

/** The reason below the image: a digest is so wide that a column after it lies outside the page. */
function row(image: Verified): string {
  const where = image.file === null ? 'input' : markdownCode(`${image.file}:${image.line}`);
  const status = image.answer.outcome === 'allow' ? '✅&nbsp;verified' : '❌&nbsp;refused';
  return `| ${status} | ${where} | ${markdownCode(image.reference)}<br>${markdownText(explain(image))} |`;
}
