import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../../canonical/digest.ts';
import type { KeyId } from '../../ports/key-id.ts';
import { bundlePath, tilePath } from '../../tlog/tile-path.ts';
import { bodyKey, countersignedKey, edgeKey, parseSealKey, planKey, signatureKey, tileKey } from './seal-layout.ts';

const KEY = sha256('key') as string as KeyId;
const HEX = KEY.slice('sha256:'.length);

describe('the layout of seals', () => {
  it('reads back every key that it makes', () => {
    for (const n of [1, 9, 10, 8_760, Number.MAX_SAFE_INTEGER]) {
      expect(parseSealKey(planKey(n))).toEqual({ kind: 'plan', n });
      expect(parseSealKey(bodyKey(n))).toEqual({ kind: 'body', n });
      expect(parseSealKey(edgeKey(n))).toEqual({ kind: 'edge', n });
      expect(parseSealKey(countersignedKey(n, sha256('key')))).toEqual({ kind: 'countersigned', n, by: HEX });
      expect(parseSealKey(signatureKey(n, KEY))).toEqual({ kind: 'signature', n, by: HEX });
    }
    expect(parseSealKey(tileKey(tilePath(2, 1_234_067)))).toEqual({
      kind: 'tile',
      tile: { level: 2, index: 1_234_067, width: 256 },
    });
    expect(parseSealKey(tileKey(bundlePath(0)))).toEqual({ kind: 'tile', tile: { level: null, index: 0, width: 256 } });
  });

  it('does not know what no sealer writes: a partial tile least of all', () => {
    const n = '0000000000000001';
    const wrong = [
      'v1/seals/',
      'v1/seals/plan/1',
      'v1/seals/plan/0000000000000000',
      'v1/seals/plan/9999999999999999',
      `v1/seals/plan/${n}.edge`,
      `v1/seals/checkpoint/${n}.sig`,
      `v1/seals/checkpoint/${n}.sig/${HEX.slice(1)}`,
      `v1/seals/checkpoint/${n}.sig/${HEX}/x`,
      `v1/seals/checkpoint/${n}.key/${HEX}`,
      `v1/seals/countersigned/${n}`,
      `v1/seals/countersigned/0000000000000000/${HEX}`,
      `v1/seals/countersigned/${n}/${HEX}/x`,
      'v1/seals/tile/0/000.p/12',
      'v1/seals/tile/0/0',
      'tile/0/000',
      `v2/seals/plan/${n}`,
    ];
    expect(wrong.filter((key) => parseSealKey(key) !== null)).toEqual([]);
    for (const n of [0, -1, 1.5, Number.MAX_SAFE_INTEGER + 1]) expect(() => planKey(n)).toThrow(RangeError);
  });
});
