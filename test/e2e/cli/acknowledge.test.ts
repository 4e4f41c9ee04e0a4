import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseStreamId, slotKey, type Finding, type TrustFile } from '@proofrail/core/ledger';
import type { Workspace } from '../material/workspace.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

const LEDGER = ['--ledger', 'file:./ledger', '--trust', 'trust.json'];
const WORDS = {
  '--reason': 'A broken runner wrote it',
  '--acknowledged-by': '583231',
  '--approved-by': '9919',
  '--key': 'officer.key',
};
const SLOT = slotKey(parseStreamId('700001'), 4); // behind the three of the gate

interface Verified {
  readonly findings: readonly Finding[];
}

let workspace: Workspace;
const run = (...argv: string[]) => proofrail(argv, { cwd: workspace.folder });
const inside = (name: string): string => path.join(workspace.folder, name);
const trustIn = (name: string): TrustFile => JSON.parse(readFileSync(inside(name), 'utf8')) as TrustFile;
const objects = (): number => readdirSync(inside('ledger'), { recursive: true }).length;
const garbage = (text: string): void => writeFileSync(inside(`ledger/${SLOT}`), text);
const verified = async (...more: string[]) => {
  const { code, json } = await run('verify', ...LEDGER, ...more, '--json');
  return { code, findings: json<Verified>().findings.filter(({ key }) => key === SLOT) };
};
const acknowledge = async (finding: string, change: Partial<typeof WORDS> = {}, ...more: string[]) => {
  const words = Object.entries({ ...WORDS, ...change }).flat();
  const { code, json } = await run('acknowledge', ...LEDGER, '--finding', finding, ...words, ...more, '--json');
  return { code, said: json<Record<string, unknown> & { error?: { code: string; expected: string } }>() };
};

/** A ledger with a slot that nobody of ours wrote, and a trust file that lets an officer's key accept such things. */
beforeEach(async () => {
  workspace = laidOut();
  await run(...gate('file:./ledger'));
  await run('keys', 'new', '--out', 'officer.key', '--trust', 'officer.json');
  const [writer, officer] = [trustIn('ledger.trust.json'), trustIn('officer.json')];
  const trust = {
    ...writer,
    record_keys: [...writer.record_keys, ...officer.record_keys],
    acknowledge: officer.record_keys.map(({ key_id: id }) => id),
  };
  writeFileSync(inside('trust.json'), JSON.stringify(trust));
  garbage('garbage');
});
afterEach(() => workspace[Symbol.dispose]());

describe('proofrail acknowledge', () => {
  it('makes a ledger with one bad object useful again, for whoever accepts that, and hides nothing', async () => {
    const [found] = (await verified()).findings;
    const digest = found?.digest ?? '';
    expect((await run('verify', ...LEDGER)).out).toContain(digest);

    const before = objects();
    const planned = await acknowledge(digest);
    expect([planned.code, planned.said['recorded'], objects()]).toEqual([2, null, before]);

    const done = await acknowledge(digest, {}, '--yes');
    expect([done.code, done.said]).toEqual([
      0,
      expect.objectContaining({ stream: '700001', counts: true, verify: { strict: 'tampered', accepting: 'allow' } }),
    ]);
    expect([(await verified()).code, (await verified('--accept-acknowledged')).code]).toEqual([4, 0]);
    const [accepted] = (await verified()).findings;
    expect(accepted?.acknowledged).toMatchObject({ reason: WORDS['--reason'], finding: digest });
    expect(JSON.stringify(accepted)).not.toContain('583231'); // people are pseudonyms, whose keys can be destroyed
    expect((await acknowledge(digest, {}, '--yes')).said.error?.code).toBe('acknowledge/already');

    garbage('other garbage');
    expect((await verified('--accept-acknowledged')).code).toBe(4);
  });

  it('writes nothing that would count for nobody, and names the findings there are', async () => {
    const [found] = (await verified()).findings;
    const digest = found?.digest ?? '';
    const before = objects();
    const codes = async (...tries: (Partial<typeof WORDS> & { finding?: string })[]) => {
      const ended = [];
      for (const { finding = digest, ...change } of tries)
        ended.push((await acknowledge(finding, change, '--yes')).said.error?.code);
      return ended;
    };
    expect(
      await codes(
        { '--key': 'ledger.key' },
        { finding: `sha256:${'0'.repeat(64)}` },
        { '--approved-by': WORDS['--acknowledged-by'] },
        { '--approved-by': 'octocat' },
        { '--reason': 'a\nb' },
      ),
    ).toEqual([
      'acknowledge/key',
      'acknowledge/no-finding',
      'acknowledge/approved-by',
      'acknowledge/account',
      'acknowledge/reason',
    ]);
    expect((await acknowledge(`sha256:${'0'.repeat(64)}`)).said.error?.expected).toContain(digest);
    expect(objects()).toBe(before);
  });
});
