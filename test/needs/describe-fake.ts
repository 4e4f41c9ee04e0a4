import { describe, expect, it } from '@jest/globals';
import { started } from './started.ts';

interface Fake {
  /** What a test asked for and no part of the fake knows. */
  unmodelled(): readonly string[];
  close(): Promise<void>;
}

/** Tests on a fake of a service, one for each file. At their end none may have asked for what it does not model. */
export function describeFake<Running extends Fake>(
  fake: { readonly name: string; readonly start: () => Promise<Running> },
  name: string,
  tests: (running: () => Running) => void,
): void {
  describe(name, () => {
    const running = started(fake.name, fake.start, (one) => one.close());

    tests(running);

    it(`asked for nothing that ${fake.name} does not model`, () => {
      expect(running().unmodelled()).toEqual([]);
    });
  });
}
