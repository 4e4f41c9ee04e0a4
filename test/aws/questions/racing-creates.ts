import { tally, type Answered } from '../aws-bench.ts';
import { part, type Question } from '../question.ts';

const ROUNDS = 5;
const WRITERS = 64;

export const racingCreates: Question = {
  number: 4,
  asks: 'Do racing creates of one key ever answer 409 and not 412, and how often with 64 writers?',
  async ask(bench) {
    const bucket = await bench.open();
    const rounds: Answered[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const writers = Array.from({ length: WRITERS }, (_, writer) => `writer ${writer}`);
      rounds.push(await Promise.all(writers.map((body) => bench.create(bucket, `races/${round}`, body))));
    }
    const winners = rounds.map((answers) => answers.filter(({ status }) => status === 200).length).join(', ');
    const losers = rounds.flat().filter(({ status }) => status !== 200);
    const known = losers.every(({ status }) => [409, 412, 500, 503].includes(status));
    return [
      part('winners of each round', Array.from({ length: ROUNDS }, () => 1).join(', '), winners),
      part('what the others hear', '412, now and then 409 or 503', tally(losers), known),
    ];
  },
};
