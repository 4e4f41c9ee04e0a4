/** The leaves `[start, end)`. Its hash is the root over them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const whole = (size: number): Span => ({ start: 0, end: size });

/** Whose hashes an inclusion proof holds, from the leaf's sibling up (RFC 6962 2.1.1). RangeError for a leaf outside the tree. */
export function inclusionSpans(index: number, size: number): Span[] {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const spans: Span[] = [];
  let span = whole(size);
  while (span.end - span.start > 1) {
    const [left, right] = halves(span);
    spans.push(index < left.end ? right : left);
    span = index < left.end ? left : right;
  }
  return spans.reverse();
}

/** Whose hashes a consistency proof holds (RFC 6962 2.1.2). RangeError for an older tree that is empty or larger. */
export function consistencySpans(older: number, newer: number): Span[] {
  if (older < 1 || older > newer) throw new RangeError(`no proof from a tree of ${older} to one of ${newer}`);
  const spans: Span[] = [];
  let span = whole(newer);
  while (span.end !== older) {
    const [left, right] = halves(span);
    spans.push(older <= left.end ? right : left);
    span = older <= left.end ? left : right;
  }
  // The verifier knows the root of the older tree; any other span has to be given.
  return [...(span.start === 0 ? [] : [span]), ...spans.reverse()];
}

/** Split where RFC 6962 does: the left one is the largest complete tree that leaves something to the right. */
export function halves({ start, end }: Span): [Span, Span] {
  const length = end - start;
  let left = 1;
  while (left * 2 < length) left *= 2;
  return [
    { start, end: start + left },
    { start: start + left, end },
  ];
}
