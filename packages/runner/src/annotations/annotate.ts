import { error, notice, warning } from '@actions/core';
import type { Annotation } from './annotation.ts';
import { cutText } from '../escape/cut-text.ts';
import { visibleControls } from '../escape/index.ts';

// The platform keeps 4,096 characters of a message and 10 annotations of a kind, and drops the rest without a word (gate.md 1.5).
const MOST_CHARACTERS = 4_000;
const MOST_CHARACTERS_OF_A_TITLE = 250;
const MOST_OF_A_KIND = 10;

const SPEAK = { error, warning, notice } as const;

/** Shows annotations. Where there are more of a kind than the platform keeps, the last one says how many the summary holds besides. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const kind of ['error', 'warning', 'notice'] as const) {
    for (const annotation of fitting(annotations.filter((candidate) => candidate.kind === kind))) show(annotation);
  }
}

function fitting(annotations: readonly Annotation[]): readonly Annotation[] {
  const [first] = annotations;
  if (first === undefined || annotations.length <= MOST_OF_A_KIND) return annotations;
  const kept = annotations.slice(0, MOST_OF_A_KIND - 1);
  const more = annotations.length - kept.length;
  return [
    ...kept,
    { kind: first.kind, title: `${more} more`, message: `${more} more of this kind: the job summary lists them all.` },
  ];
}

function show(annotation: Annotation): void {
  SPEAK[annotation.kind](cutText(visibleControls(annotation.message), MOST_CHARACTERS), {
    title: cutText(visibleControls(annotation.title), MOST_CHARACTERS_OF_A_TITLE),
    ...(annotation.file === undefined ? {} : { file: visibleControls(annotation.file) }),
    ...(annotation.line === undefined ? {} : { startLine: annotation.line }),
  });
}
