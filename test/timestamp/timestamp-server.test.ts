import { expect, it } from '@jest/globals';
import type { TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { sealLedger } from '@proofrail/core/seal';
import { checkTimestamp, timestampRequest } from '@proofrail/core/timestamp';
import { httpTimeAuthority } from '../../packages/machine/src/outside/http-time-authority.ts';
import { openOutsiders } from '@proofrail/machine';
import { sevenRecords } from '../ledger/small-ledger.ts';
import { ORIGIN, sealerOn, testLogKey } from '../seal/sealed-ledger.ts';
import { describeTimestampServer } from './describe-timestamp-server.ts';

describeTimestampServer("sigstore's time authority", (server) => {
  it('gives what we verify under its root, whether that alone is pinned with what lies between, or the whole chain', async () => {
    const { tsa, chain } = server();
    const body = Buffer.from('example.org/evidence\n1\nAAAA\n');
    const reply = await httpTimeAuthority(tsa, '--tsa').stamp(timestampRequest(body, Buffer.from('5eed', 'hex')));
    const under = (certificates: readonly string[], about = body) =>
      checkTimestamp(reply, about, [{ name: 'sigstore', certificates: [...certificates] }]);
    const now = Date.now();
    for (const certificates of [chain, chain.slice(1), chain.slice(1, 2)]) {
      const time = under(certificates);
      expect(time).toMatchObject({ authority: 'sigstore' });
      expect(typeof time === 'string' ? 0 : Math.abs(time.notAfter - now)).toBeLessThan(60_000);
    }
    expect(under(chain.slice(2))).toBe('timestamp/untrusted'); // what lies between is neither pinned nor in the reply
    expect(under(chain, Buffer.from('another'))).toBe('timestamp/imprint');
  });

  it('stands behind a seal: the ledger verifies, with its time', async () => {
    const { tsa, chain } = server();
    const { store, trust: plain } = await sevenRecords();
    const logKey = testLogKey();
    const { gaps } = await sealLedger({ ...sealerOn(store, logKey), outsiders: openOutsiders({ tsa: [tsa] }) });
    expect(gaps).toEqual([]);
    const own = { origin: ORIGIN, log_keys: [logKey.verifierKey] };
    const trust: TrustFile = { ...plain, ...own, time_authorities: [{ name: 'sigstore', certificates: [...chain] }] };
    const answer = await verifyLedger(store, { trust });
    expect([answer.outcome, answer.findings]).toEqual(['allow', []]);
    expect(answer.seal).toMatchObject({ time: { n: 1, authorities: ['sigstore'] } });
  });
});
