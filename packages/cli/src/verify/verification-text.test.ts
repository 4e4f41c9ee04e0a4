import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { parseStreamId, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { openLedger } from '@proofrail/machine';
import { styleFor } from '../terminal/style.ts';
import { verificationText } from './verification-text.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-nothing-'));
afterAll(() => rmSync(folder, { recursive: true }));

const STREAM = parseStreamId('700001');
const trust: TrustFile = {
  version: 1,
  origin: 'example',
  streams: { [STREAM]: { genesis: sha256('its first slot') } },
  record_keys: [],
  acknowledge: [],
  issuer_keys: [],
  run_keys: [],
};
const ofNothing = async () => verifyLedger(await openLedger(`file:${folder}`, {}), { trust });
const page = { style: styleFor({ isTTY: false, env: {} }), columns: 60 };

describe('what a verification says to people', () => {
  it('asks of an empty folder whether it is the place, and does not speak of bytes that were altered', async () => {
    expect(verificationText(await ofNothing(), null, page)).toMatch(/tampered: nothing lies here .* is this the place\?$/);
  });

  it('asks the same where the trust file pins no stream yet, and names a key of the log', async () => {
    const store = await openLedger(`file:${folder}`, {});
    const sealed = { ...trust, streams: {}, log_keys: ['example+9bb3f8da+AfxvqDPTXlKlHFxRqkmiKoX0h7vIU9VNyhLRNq2nhPOb'] };
    const verification = await verifyLedger(store, { trust: sealed });
    expect(verification.findings).toMatchObject([{ code: 'seal/none' }]);
    expect(verificationText(verification, null, page)).toMatch(/is this the place\?$/);
  });

  it('does not call a ledger altered in which locks alone are too short', async () => {
    const { findings, ...rest } = await ofNothing();
    const short = findings.map((one) => ({ ...one, kind: 'short' as const, code: 'retention/short' as const }));
    const said = verificationText({ ...rest, streams: [], findings: short }, null, page);
    expect(said).toMatch(/\nnot locked as asked: nothing is altered or missing, /);
    expect(verificationText({ ...rest, streams: [], findings: [...short, ...findings] }, null, page)).not.toContain('not locked');
  });

  it('does not say the same of a thousand objects, and leaves nothing out of what differs', async () => {
    const { findings, ...rest } = await ofNothing();
    const many = Array.from({ length: 1000 }, () => findings).flat();
    const other = findings.map((one) => ({
      ...one,
      kind: 'altered' as const,
      code: 'record/altered',
      detail: 'Not as written.',
    }));
    const said = verificationText({ ...rest, findings: [...many, ...other] }, null, { ...page, columns: 400 });
    expect(said).toContain(`${many.length - 100} more of ${findings[0]?.code ?? ''}: --json lists every one`);
    expect(said).toContain('Not as written.');
    expect(said.split('\n').length).toBeLessThan(many.length);
  });

  it('keeps its first lines within the terminal too', async () => {
    const retention = { by: 'bucket', days: 2, decisions_ask: 2555, decisions_unread: [] } as const;
    const [head = ''] = verificationText(await ofNothing(), retention, page).split('\n\n');
    expect(head.split('\n').every((line) => line.length <= 60)).toBe(true);
  });

  it('says in the line of a stream as of when it was verified', async () => {
    const { streams, ...rest } = await ofNothing();
    const at = (newest: string | null) => ({ ...rest, streams: streams.map((stream) => ({ ...stream, newest })) });
    const line = / stream 700001 .*newest 2026-11-20 13:30:00 UTC /;
    const text = (newest: string | null) => ` ${verificationText(at(newest), null, page).replaceAll(/\s+/g, ' ')}`;
    expect(text('2026-11-20T13:30:00.123Z')).toMatch(line);
    expect(text(null)).not.toContain('newest');
  });

  it('keeps a finding readable at 60 columns: place, reason, object and digest one below the other', async () => {
    const verification = await ofNothing();
    const [finding] = verification.findings;
    const lines = verificationText(verification, null, page).split('\n');
    const first = lines.indexOf('missing  stream 700001, slot 1');
    expect(lines.slice(first)).toContain(`object   ${finding?.key}`);
    expect(lines.slice(first)).toContain(`code     ${finding?.code}`);
    expect(lines.slice(first)).toContain(`finding  ${finding?.digest}`);
    expect(
      lines
        .slice(first, -1)
        .filter((line) => line.length > 60)
        .every((line) => line.includes('sha256:')),
    ).toBe(true);
  });
});
