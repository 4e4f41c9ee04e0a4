/** The same answer each time: what reads the files of a folder recognises them. What throws is asked again, and throws again. */
export function once<T>(read: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => (answer ??= { value: read() }).value;
}
