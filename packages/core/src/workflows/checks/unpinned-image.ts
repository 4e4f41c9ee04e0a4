import { jobsOf } from '../jobs-of.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

const DIGEST = /@sha256:[0-9a-f]{64}$/;

export const unpinnedImage: WorkflowCheck = {
  code: 'unpinned-image',
  severity: 'high',
  looksFor: 'a `container:` or service that a tag names: whoever pushes to the tag runs code beside the job, with its files',
  doThis: 'write the digest, `image@sha256:…`, with the version in a comment behind it',
  rows: [56],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set).flatMap(({ workflow: { file }, job }) =>
      (job.work.kind === 'steps' ? job.work.images : [])
        .filter(({ value }) => !DIGEST.test(value))
        .map(({ value, line }) => ({ file, line, what: `${value} can be another image tomorrow` })),
    ),
};
