import { markdownCode, markdownText } from '@proofrail/runner/escape';
import { explain } from './explain.ts';
import type { Result, Verified } from './run.ts';

/** The job's page: may this be deployed, what to do first, then every image. */
export function summary({ images }: Result): string {
  const refused = images.filter(({ answer }) => answer.kind !== 'allowed');
  const todo = refused.map((image) => explain(image).doThis).find((advice) => advice !== null);
  const parts = [
    `## ${headline(images.length, refused.length)}`,
    images.some(({ answer }) => answer.kind === 'allowed' && answer.factsGiven) ? '_facts given, not read_' : '',
    todo === undefined || todo === null ? '' : `**Do this first:** ${markdownText(todo)}`,
    [
      '| status | image | where | why |',
      '| --- | --- | --- | --- |',
      ...[...refused, ...images.filter((image) => !refused.includes(image))].map(row),
    ].join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline(images: number, refused: number): string {
  const all = `${images} ${images === 1 ? 'image' : 'images'}`;
  return refused === 0
    ? `✅ Verified: ${all} from changes that were allowed`
    : `❌ Refused: ${refused} of ${all} must not be deployed`;
}

function row(image: Verified): string {
  const where = image.file === null ? 'input' : markdownCode(`${image.file}:${image.line}`);
  const status = image.answer.kind === 'allowed' ? '✅ verified' : '❌ refused';
  return `| ${status} | ${markdownCode(image.reference)} | ${where} | ${markdownText(explain(image).why)} |`;
}
