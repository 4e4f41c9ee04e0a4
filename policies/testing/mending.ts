import type { InputDocument } from '@proofrail/core/context';

const BROKEN: InputDocument['exceptions']['items'][number] = {
  id: 'broken.yaml',
  rule: 'exceptions.validity',
  scope: 'rule',
  state: 'invalid',
  problems: ['unreadable', 'config/yaml at .proofrail/exceptions/broken.yaml:3:1'],
  severity: 'unknown',
  owner: null,
  requested_by: null,
  approved_by: null,
  not_before: null,
  expires: null,
};

/** A file of exceptions on the protected branch cannot be read, and this change touches nothing but such files. */
export const mending = (pullRequest: InputDocument): InputDocument => ({
  ...pullRequest,
  change: {
    ...pullRequest.change,
    touches: {
      known: true,
      value: { policy: true, owners: false, workflows: false, scanners: false, only_exceptions: true },
    },
  },
  exceptions: { items: [...pullRequest.exceptions.items, BROKEN], total: pullRequest.exceptions.total + 1 },
});
