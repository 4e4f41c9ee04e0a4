import { ConfigurationError } from '../outcomes/index.ts';
import type { FactsDocument } from './facts-document.ts';

const CLOCK_SKEW = 300_000; // milliseconds that the clocks of a collector, of the platform and of a run may be apart

/**
 * What was handed over was read before it is judged, and speaks of nothing that came after it was read. Without that whoever writes facts
 * by hand makes an approval younger than any push, and a reading as fresh as he likes.
 *
 * @param now epoch milliseconds
 * @throws ConfigurationError `facts/time` with a JSON pointer
 */
export function requireTimely(facts: FactsDocument, now: number, file: string): void {
  const { read_at: readAt } = facts;
  if (Date.parse(readAt) > now + CLOCK_SKEW)
    throw untimely(`a time before now, ${new Date(now).toISOString()}`, readAt, `${file}#/read_at`);
  for (const { time, pointer } of timesIn(facts)) {
    if (Date.parse(time) > Date.parse(readAt) + CLOCK_SKEW)
      throw untimely(`a time before read_at, ${readAt}`, time, `${file}#${pointer}`);
  }
}

interface Told {
  readonly time: string;
  readonly pointer: string;
}

function timesIn({ change, reviews, scans, environment }: FactsDocument): Told[] {
  const push = change.last_push.known ? [{ time: change.last_push.value.at, pointer: '/change/last_push/value/at' }] : [];
  const submitted = reviews.known ? reviews.value.items.map(({ submitted_at: time }) => time) : [];
  const completed = scans.known ? scans.value.items.map(({ completed_at: time }) => time) : [];
  const approvals = environment?.approvals.known === true ? environment.approvals.value.items : [];
  return [
    ...push,
    ...submitted.map((time, index) => ({ time, pointer: `/reviews/value/items/${index}/submitted_at` })),
    ...completed.map((time, index) => ({ time, pointer: `/scans/value/items/${index}/completed_at` })),
    ...approvals.map(({ not_before: time }, index) => ({
      time,
      pointer: `/environment/approvals/value/items/${index}/not_before`,
    })),
  ];
}

const untimely = (expected: string, found: string, at: string): ConfigurationError =>
  new ConfigurationError('facts/time', {
    expected,
    found,
    at,
    doThis: 'Have the collector write it anew, and compare its clock: nobody can have read what had not happened.',
  });
