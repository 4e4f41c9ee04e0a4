import { describe, expect, it } from '@jest/globals';
import { sha256, type Sha256 } from '@proofrail/core/canonical';
import { attachmentKey } from '@proofrail/core/ledger';
import type { ObjectStore } from '@proofrail/core/ports';
import { verifyLedger } from '@proofrail/core/verification';
import { DECIDE_SCOPES, mergeQueue, protect, startFakeGitHub, uploadAnalysis, type SoundChange } from '@proofrail/testkit';
import { MemoryStore } from '@proofrail/store-memory';
import { lintRecord } from '../../packages/core/src/evidence/lint/lint-record.ts';
import { askedText } from '../../packages/core/src/facts/words.ts';
import { ENDPOINTS } from '../../packages/github/src/asking/endpoints.ts';
import { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { collect, collectFrom, type CollectOptions } from '../github/collecting.ts';
import { another } from '../github/more-changes.ts';
import { asTheQueueAsks, intoTheQueue } from '../github/queued.ts';
import { soundChange } from '../github/sound-change.ts';
import { inRequiredRun } from '../required-run.ts';
import { answersOfDocument } from './answers-of-document.ts';
import { generatedChange } from './generated-change.ts';
import { recordedAnswers, STREAM, type Road } from './recorded-answers.ts';

// That the collector's list is what was sent is held in each test of test/github (`requireEveryAnswer`); here it goes on record.

const ROADS: readonly Road[] = ['in one job', 'by way of another job'];
type Options = NonNullable<Parameters<typeof collect>[1]>;

async function sentAndRecorded(change: SoundChange, road: Road, options: Options = {}) {
  const attachments = new MemoryStore('attachments');
  const { collected, calls } = await collect(change, { waitMinutes: 0, ...options });
  const sent = calls.flatMap(({ sent: body }) => (body === null ? [] : [Buffer.from(body)]));
  return { sent, collected, attachments, ...(await recordedAnswers(collected, attachments, road)) };
}

async function documentIn(attachments: ObjectStore, digest: Sha256 | null | undefined): Promise<Uint8Array> {
  if (digest === null || digest === undefined) throw new Error('nothing was kept');
  const answer = await attachments.read(attachmentKey(STREAM, digest));
  if (answer.kind !== 'found') throw new Error('nothing lies there');
  return answer.bytes;
}

const sorted = (bodies: readonly Uint8Array[]) => bodies.map((body) => sha256(body)).sort();

const WITHOUT_SECURITY = Object.fromEntries(Object.entries(DECIDE_SCOPES).filter(([scope]) => scope !== 'security-events'));

const withAnalysis = (change: SoundChange): SoundChange => {
  const { scenario, repository, pullRequest } = change;
  const sarif = { version: '2.1.0', runs: [{ tool: { driver: { name: 'Semgrep', rules: [] } }, results: [] }] };
  uploadAnalysis(scenario, repository, {
    commit: pullRequest.head.commit,
    ref: 'refs/pull/41/merge',
    tool: 'Semgrep',
    sarif,
  } as never);
  return change;
};

const SCENARIOS: readonly (readonly [string, () => SoundChange, Options])[] = [
  ['a sound change', soundChange, {}],
  ['a permission that is missing', () => soundChange({ scopes: WITHOUT_SECURITY }), {}],
  ['an analysis of code scanning', () => withAnalysis(soundChange()), {}],
  [
    'pages of which GitHub gives up on the large ones',
    soundChange,
    { prepare: (github) => github.inject(() => true, { kind: 'bad-gateway-over', page: 30 }) },
  ],
  ['an outage that passes', soundChange, { prepare: (github) => github.inject(2, { kind: 'status', status: 503 }) }],
  [
    'a limit that passes',
    soundChange,
    { prepare: (github) => github.inject(3, { kind: 'secondary-limit', status: 429, retryAfter: 1 }) },
  ],
  [
    'a page in place of an answer',
    soundChange,
    { prepare: (github) => github.inject(({ route }) => route.endsWith('/files'), { kind: 'html', status: 200 }) },
  ],
];

describe.each(ROADS)('what GitHub answered, recorded %s', (road) => {
  it.each(SCENARIOS)('is on record body by body, and nothing else is: %s', async (_name, change, options) => {
    const { sent, answers, attachments } = await sentAndRecorded(change(), road, options);
    expect(answers.map(({ items }) => items.map((item) => item.sha256).sort())).toEqual([sorted(sent)]);
    const kept = answersOfDocument(await documentIn(attachments, answers[0]?.document));
    expect(sorted(kept.map(({ body }) => body))).toEqual(sorted(sent));
    expect(
      kept.map(({ asked, status, sha256: digest, body }) => ({ asked, status, sha256: digest, bytes: body.length })),
    ).toEqual(answers[0]?.items);
    for (const { sha256: digest, body } of kept) expect(sha256(body)).toBe(digest);
  });

  it('is on record from behind, with the number of all, where the gate waited for longer than a record has room', async () => {
    const change = soundChange();
    const check = change.repository.checkRuns.find(({ name }) => name === 'test');
    if (check === undefined) throw new Error('no check');
    Object.assign(check, { status: 'in_progress', conclusion: null });
    const { sent, answers, attachments } = await sentAndRecorded(change, road, { waitMinutes: 75 });
    const [only] = answers;
    expect([sent.length > 300, only?.total, only?.items.length]).toEqual([true, sent.length, 256]);
    expect(only?.items.map((item) => item.sha256).sort()).toEqual(sorted(sent.slice(-256)));
    const kept = answersOfDocument(await documentIn(attachments, only?.document));
    expect(sorted(kept.map(({ body }) => body))).toEqual(sorted(sent));
  });

  it('is on record for each change of a merge group: what all of them rest on, and its own', async () => {
    const change = soundChange();
    protect(change.scenario, change.repository, { rules: [mergeQueue()] });
    intoTheQueue(change, another(change));
    const { sent, answers } = await sentAndRecorded(change, road, asTheQueueAsks(change) satisfies CollectOptions);
    expect(answers).toHaveLength(2);
    const lists = answers.map(({ items }) => items.map((item) => item.sha256));
    expect([...new Set(lists.flat())].sort()).toEqual([...new Set(sorted(sent))].sort());
    for (const { items } of answers) {
      const times = (asked: string) => items.filter((item) => item.asked === asked).length;
      expect([times('query Origins'), times('query Change'), times('query Reread')]).toEqual([1, 1, 1]);
    }
  });

  it('is in no record itself: nobody is named there', async () => {
    const change = soundChange();
    const login = 'nobody-else-1f';
    change.author.login = login;
    const { store, sent } = await sentAndRecorded(change, road);
    expect(Buffer.concat(sent).toString('utf8')).toContain(login);
    const keys = store.keys();
    expect(keys.length).toBeGreaterThan(5);
    for (const key of keys) {
      const answer = await store.read(key);
      const stored = answer.kind === 'found' ? Buffer.from(answer.bytes).toString('utf8') : '';
      const payload = Buffer.from(/"payload":"([^"]*)"/.exec(stored)?.[1] ?? '', 'base64').toString('utf8');
      for (const text of [stored, payload]) expect([key, text.includes(login)]).toEqual([key, false]);
    }
  });

  it('is on record by digest alone where nobody named a place', async () => {
    const { collected } = await collect(soundChange(), { waitMinutes: 0 });
    const nowhere = await recordedAnswers(collected, null, road);
    expect(nowhere.answers).toEqual(
      [{ ...collected[0]?.answers, document: null }].map(({ items, total, document }) => ({ items, total, document })),
    );
  });
});

describe('what became of the answers afterwards', () => {
  const counts = async (store: ObjectStore, attachments: ObjectStore | null) => {
    const { outcome, findings, streams } = await verifyLedger(store, attachments === null ? {} : { attachments });
    return [outcome, findings, streams[0]?.attachments];
  };

  it('is told like that of any original: kept, changed by a byte, erased', async () => {
    const { store, attachments, answers } = await sentAndRecorded(soundChange(), 'in one job');
    const there = attachments.keys().length;
    const counted = { kept: there, erased: 0, altered: 0, unreadable: 0, unasked: 0 };
    expect(await counts(store, attachments)).toEqual(['allow', [], counted]);

    const document = Buffer.from(await documentIn(attachments, answers[0]?.document));
    document.writeUInt8(document.readUInt8(document.length - 1) ^ 1, document.length - 1);
    const changed = new MemoryStore('attachments');
    for (const key of attachments.keys()) {
      const answer = await attachments.read(key);
      if (answer.kind !== 'found') throw new Error('nothing lies there');
      const isAnswers = key === attachmentKey(STREAM, answers[0]?.document as Sha256);
      await changed.create(key, isAnswers ? document : answer.bytes);
    }
    expect(await counts(store, changed)).toEqual(['allow', [], { ...counted, kept: there - 1, altered: 1 }]);
    const told = answersOfDocument(document).filter(({ sha256: digest, body }) => sha256(body) !== digest);
    expect(told).toHaveLength(1); // and which of them

    expect(await counts(store, new MemoryStore('attachments'))).toEqual(['allow', [], { ...counted, kept: 0, erased: there }]);
    expect(await counts(store, null)).toEqual(['allow', [], { ...counted, kept: 0, unasked: there }]);
  });

  it('shows in the list where one byte of one answer was another', async () => {
    const change = soundChange();
    const github = await startFakeGitHub(change.scenario);
    const listed = async () => {
      const { collected } = await collectFrom(github, change);
      const { answers } = await recordedAnswers(collected, null, 'in one job');
      return answers
        .flatMap(({ items }) => items.map(({ asked, bytes, sha256: digest }) => `${asked} ${bytes} ${digest}`))
        .sort();
    };
    const before = await listed();
    github.inject(({ route }) => route.endsWith('/files'), {
      kind: 'mutate',
      change: (_call, body) => Buffer.from(`${JSON.stringify(body)} `),
    });
    const after = await listed();
    await github.close();
    const fresh = after.filter((one) => !before.includes(one));
    expect([after.length, fresh]).toEqual([before.length, [expect.stringContaining('/pulls/{pull_number}/files ')]]);
  });
});

describe('what is asked', () => {
  const isAsked = (text: string) => askedText.pipe[1].requirement.test(text);

  it.each(Object.values(ENDPOINTS).map(({ route }) => route))('may be said in a record that is signed for good: %s', (route) => {
    expect([isAsked(route), lintRecord({ asked: route })]).toEqual([true, []]);
  });

  it.each(['query Change($owner: String!)', 'query jane@example.com', 'GET /repos/{owner}/jane.doe', 'POST /graphql'])(
    'is never what a route or a document was filled in with: %s',
    (text) => {
      expect(isAsked(text)).toBe(false);
    },
  );
});

describe('changes that nobody thought of', () => {
  it('leave what was answered, whatever they end in', async () => {
    for (let seed = 0; seed < inRequiredRun(30, 4); seed += 1) {
      const { sent, answers } = await sentAndRecorded(generatedChange(new SeededRandom(seed)), 'by way of another job');
      expect([seed, answers.map(({ items }) => items.map((item) => item.sha256).sort())]).toEqual([seed, [sorted(sent)]]);
    }
  });
});
