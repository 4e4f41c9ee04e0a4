import { tally, type Answered } from '../aws-bench.ts';
import { part, type Part, type Question } from '../question.ts';

const JOBS = 256;

export const bursts: Question = {
  number: 9,
  asks: 'What does a cold prefix answer to 256 jobs at once? (The price of a listing stands on the bill, not in an answer.)',
  async ask(bench) {
    const bucket = await bench.open();
    const jobs = Array.from({ length: JOBS }, (_, job) => String(job).padStart(3, '0'));
    const creates = await Promise.all(jobs.map((job) => bench.create(bucket, `bursts/${job}`)));
    const listings = await Promise.all(
      jobs.map(() => bench.send('GET', `/${bucket}`, { query: { versions: '', prefix: 'bursts/' } })),
    );
    return [measured('creates', creates), measured('listings of versions', listings)];
  },
};

/** 503 is an answer that a writer lives with; how many there are is what is measured. */
const measured = (what: string, answers: readonly Answered[]): Part =>
  part(
    what,
    `${JOBS} × 200, or some 503`,
    tally(answers),
    answers.every(({ status }) => status === 200 || status === 503),
  );
