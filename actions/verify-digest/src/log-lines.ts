import { explain } from './explain.ts';
import type { Result } from './run.ts';

/** What was found, for people who read the job's log: one line for each image, unescaped. */
export function logLines({ images }: Result): string[] {
  return images.map((image) => {
    const place = image.file === null ? '' : ` (${image.file}:${image.line})`;
    return `${image.answer.outcome.padEnd(5)} ${image.reference}${place}: ${explain(image)}`;
  });
}
