import { said } from '../aws-bench.ts';
import { part, type Question } from '../question.ts';

const TAGS = '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>';

export const tagsOfLockedVersions: Question = {
  number: 8,
  asks: 'Do tags and ACLs of a locked version stay changeable? We keep nothing there.',
  async ask(bench) {
    const bucket = await bench.policed();
    await bench.create(bucket, 'v1/tagged');
    const tagged = await bench.send('PUT', `/${bucket}/v1/tagged`, { query: { tagging: '' }, body: TAGS });
    const acl = await bench.send('PUT', `/${bucket}/v1/tagged`, { query: { acl: '' }, headers: { 'x-amz-acl': 'private' } });
    return [part('tags', '200', said(tagged)), part('the ACL, under the deny set', '403 AccessDenied', said(acl))];
  },
};
