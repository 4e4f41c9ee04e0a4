/** An input covers what is below it, and what is above it cannot be taken away without taking it along. */
export const meets = (input: readonly string[], place: readonly string[]): boolean =>
  input.every((step, index) => index >= place.length || step === place[index] || step === '*' || place[index] === '*');
