import { expect, it } from '@jest/globals';
import { keepingOf } from './keeping-of.ts';

const HOSTED = { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted', GITHUB_RETENTION_DAYS: '90' };

it('says of a folder on a lent machine after how many days GitHub deletes it, and never that it stays', () => {
  expect(keepingOf('file:ledger', HOSTED)).toEqual({ by: 'artifact', days: 90 });
  for (const days of ['', '0', '-1', '9e9', 'ninety', undefined])
    expect(keepingOf('file:ledger', { ...HOSTED, GITHUB_RETENTION_DAYS: days })).toEqual({ by: 'artifact', days: null });
  expect(keepingOf('file:ledger', { ...HOSTED, RUNNER_ENVIRONMENT: undefined })).toMatchObject({ by: 'artifact' });
});

it('leaves it to the ledger where the medium outlives the job', () => {
  expect(keepingOf('s3://evidence/acme', HOSTED)).toEqual({ by: 'ledger' });
  expect(keepingOf('file:/srv/ledger', { ...HOSTED, RUNNER_ENVIRONMENT: 'self-hosted' })).toEqual({ by: 'ledger' });
  expect(keepingOf('file:ledger', {})).toEqual({ by: 'ledger' });
});
