import type { Result } from './run.ts';

/** What later steps get. */
export function outputs({ outcome, images }: Result): Record<string, string> {
  const rows = images.map((image) => ({
    reference: image.reference,
    file: image.file,
    line: image.line,
    outcome: image.answer.outcome,
    code: image.answer.outcome === 'allow' ? null : image.answer.code,
    commit: image.answer.outcome === 'allow' ? image.answer.commit : null,
  }));
  return { outcome, images: asciiJson(rows) };
}

/** References come from manifests: as JSON in ASCII no character of theirs can end a line or change how it reads. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
