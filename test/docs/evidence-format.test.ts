import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { commonBlock } from '../../packages/core/src/evidence/common-block.ts';
import { EVIDENCE_KINDS, KINDS } from '../../packages/core/src/evidence/kinds.ts';

const page = readFileSync('docs/evidence-format.md', 'utf8');
const section = (title: string): string => page.split(/^##+ /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
const unnamed = (fields: readonly string[], text: string) => fields.filter((field) => !text.includes(`\`${field}\``));

describe('docs/evidence-format.md', () => {
  it('names every field of the common block', () => {
    expect(unnamed(Object.keys(commonBlock), section('Common block'))).toEqual([]);
  });

  it.each(EVIDENCE_KINDS)('names every field of %s', (kind) => {
    expect(unnamed(Object.keys(KINDS[kind].fields), section(kind))).toEqual([]);
  });

  it('names no kind that nothing writes', () => {
    const named = [...page.matchAll(/^### (.*)$/gm)].flatMap(([, title]) => title ?? []);
    expect(named.sort()).toEqual([...EVIDENCE_KINDS].sort());
  });
});
