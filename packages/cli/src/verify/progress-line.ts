import type { Progress } from '@proofrail/core/verification';
import { counted } from '@proofrail/core/text';
import type { Session } from '../session.ts';

const PAUSE = 200; // milliseconds: as often as anybody can read
const FIRST_RATE = 1_000; // milliseconds: before that a rate says more about the start than about the ledger

/** Says how far a verification is, how fast it goes and how long it will take: `verifying: 12000 of 200000 objects, 4100/s, 46 s left`. */
export function progressLine({ clock, logger }: Pick<Session, 'clock' | 'logger'>): (progress: Progress) => void {
  const started = clock.now();
  let next = started;
  return ({ checked, total }) => {
    const now = clock.now();
    if (now < next && checked < total) return;
    next = now + PAUSE;
    const known = Math.max(total, checked); // what receipts name is read as well, and no listing counted it
    logger.progress(`verifying: ${checked} of ${counted(known, 'object')}${paceOf(checked, known, now - started)}`);
  };
}

function paceOf(checked: number, total: number, milliseconds: number): string {
  if (milliseconds < FIRST_RATE || checked === 0) return '';
  const rate = checked / (milliseconds / 1000);
  return `, ${Math.round(rate)}/s, ${timeLeft((total - checked) / rate)} left`;
}

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return whole < 3600 ? `${Math.ceil(whole / 60)} min` : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
