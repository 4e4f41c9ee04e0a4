import { said } from '../aws-bench.ts';
import { part, type Question } from '../question.ts';

export const absentKeys: Question = {
  number: 6,
  asks: 'Is a GET of an absent key 403 to who may list only by prefix?',
  async ask(bench) {
    const bucket = await bench.makeOpen('listing');
    const before = await bench.send('GET', `/${bucket}/v1/absent`);
    const policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:ListBucket',
          Resource: `arn:aws:s3:::${bucket}`,
          Condition: { StringNotLike: { 's3:prefix': 'v1/*' } },
        },
      ],
    };
    await bench.expect('PUT', `/${bucket}`, { query: { policy: '' }, body: JSON.stringify(policy) });
    const listing = await bench.send('GET', `/${bucket}`, { query: { 'list-type': '2', prefix: 'v1/' } });
    return [
      part('to who may list all of it', '404 NoSuchKey', said(before)),
      part('a listing by that prefix', '200', said(listing)),
      part('to who may list by prefix alone', '403 AccessDenied', said(await bench.send('GET', `/${bucket}/v1/absent`))),
    ];
  },
};
