import { said } from '../aws-bench.ts';
import { part, type Question } from '../question.ts';

const TWO_DAYS = 172_800_000;

export const lockHeaders: Question = {
  number: 5,
  asks: 'Is a PUT with a lock of its own refused to who may not PutObjectRetention, and does one without headers pass the deny set?',
  async ask(bench) {
    const bucket = await bench.policed();
    const until = new Date(Date.now() + TWO_DAYS).toISOString();
    const lock = { 'x-amz-object-lock-mode': 'COMPLIANCE', 'x-amz-object-lock-retain-until-date': until };
    const plain = await bench.create(bucket, 'v1/locks/plain');
    const head = await bench.send('HEAD', `/${bucket}/v1/locks/plain`);
    return [
      part('with a lock of its own', '403 AccessDenied', said(await bench.create(bucket, 'v1/locks/own', 'x', lock))),
      part('without headers', '200', said(plain)),
      part('the lock that it got', 'COMPLIANCE', head.headers.get('x-amz-object-lock-mode') ?? 'none'),
    ];
  },
};
