import { expect, it } from '@jest/globals';
import { finding } from './finding.ts';
import { firstOfEach } from './first-of-each.ts';

const unsigned = Array.from({ length: 250 }, (_, n) =>
  finding({ kind: 'unsigned', code: 'record/signature', stream: '1', key: `v1/records/1/${n}`, detail: 'Not signed.' }),
);
const altered = finding({ kind: 'altered', code: 'record/altered', stream: '1', key: 'v1/records/1/last', detail: 'Altered.' });

it('shows something of each code, in order, and says how many more there are', () => {
  expect(firstOfEach([...unsigned, altered], 2)).toEqual({
    shown: [...unsigned.slice(0, 2), altered],
    more: [{ kind: 'unsigned', code: 'record/signature', count: 248 }],
  });
});

it('leaves nothing out of what one can read', () => {
  expect(firstOfEach([...unsigned.slice(0, 100), altered])).toEqual({ shown: [...unsigned.slice(0, 100), altered], more: [] });
});
