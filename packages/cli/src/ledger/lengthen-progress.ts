import type { LocksToLengthen } from '@proofrail/core/lengthen';
import type { Session } from '../session.ts';

const PAUSE = 200; // milliseconds: as often as anybody can read

/** Says how far it is: `12000 records read`. */
export function lengthenProgress({ clock, logger }: Pick<Session, 'clock' | 'logger'>): LocksToLengthen['onProgress'] {
  let next = 0;
  return (what, count) => {
    if (clock.now() < next) return;
    next = clock.now() + PAUSE;
    logger.progress(`${count} ${what}`);
  };
}
