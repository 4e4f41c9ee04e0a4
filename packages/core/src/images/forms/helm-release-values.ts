import { namesVersion } from './plausible-image.ts';
import { terraformBlocks, type TerraformBlock } from './terraform-blocks.ts';

/** `set` of a `helm_release`: a value by its path, in a block of its own or in an object. */
const NAME = /\bname"?[ \t]*[=:][ \t]*"[^"]*image(\.(?:tag|repository|registry|digest|name))?"/gi;
const VALUE = /\bvalue"?[ \t]*[=:][ \t]*("(?:[^"\\]|\\.)*"|[^\s,;}]*)/g;

/** What a Terraform file puts in the place of an image of a chart, by the index of the line where that stands. */
export function helmReleaseValues(lines: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const block of terraformBlocks(lines))
    for (const [line, reference] of valuesOf(block)) found.set(line, [...(found.get(line) ?? []), reference]);
  return found;
}

/** Where a part of an image is named, any value is one; else one with a version. */
function* valuesOf(block: TerraformBlock): Generator<readonly [line: number, reference: string]> {
  const names = block.flatMap(({ text }) => [...text.matchAll(NAME)]);
  if (names.length === 0) return;
  const isPart = names.some(([, part]) => part !== undefined);
  for (const { line, text } of block) {
    for (const [, written = ''] of text.matchAll(VALUE)) {
      const literal = /^"(.*)"$/.exec(written)?.[1];
      if (isPart || literal === undefined || namesVersion(literal)) yield [line, literal ?? `\${${written}}`];
    }
  }
}
