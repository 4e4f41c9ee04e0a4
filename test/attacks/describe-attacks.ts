import { describe, expect, it } from '@jest/globals';
import { isShown, type Section, type ShownAttack } from './attack.ts';

/** Carries out every attack of a section that is shown, and beside each the same set-up without it. */
export function describeAttacks({ title, attacks }: Section): void {
  describe(title, () => {
    for (const shown of attacks.filter(isShown)) {
      it(`${shown.row}. ${shown.attack}: ${shown.ending}`, async () => expect(await seen(shown)).toEqual(expected(shown)));
    }
  });
}

async function seen({ attacked, untouched, answered }: ShownAttack) {
  const [attack, control] = [await attacked(), await untouched()];
  const answeredIn = (says: readonly string[]) => (says.includes(answered.with) ? answered.with : says);
  return { attack: { ...attack, says: answeredIn(attack.says) }, control };
}

/** What is only recorded may pass: then the note tells the two runs apart. */
function expected({ ending, answered }: ShownAttack) {
  const outcome: unknown = ending === 'recorded' ? expect.any(String) : 'deny';
  const says: unknown = ending === 'recorded' ? expect.not.arrayContaining([answered.with]) : [];
  return { attack: { outcome, says: answered.with }, control: { outcome: 'allow', says } };
}
