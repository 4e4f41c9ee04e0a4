import { describe, expect, it } from '@jest/globals';
import { inNameOrder } from './in-name-order.ts';

describe('the order of RFC 8785', () => {
  it('says the same with every name in its place, however deep', () => {
    const given = { b: [{ z: 1, a: { y: null, x: true } }], a: 'text', aa: 2 };
    expect(inNameOrder(given)).toEqual(given);
    expect(JSON.stringify(inNameOrder(given))).toBe('{"a":"text","aa":2,"b":[{"a":{"x":true,"y":null},"z":1}]}');
  });

  it('keeps a member called __proto__ a member', () => {
    const given = JSON.parse('{"b":1,"__proto__":{"admin":true}}') as Record<string, never>;
    const ordered = inNameOrder(given);
    expect(Object.keys(ordered)).toEqual(['__proto__', 'b']);
    expect((ordered as { admin?: boolean }).admin).toBeUndefined();
  });
});
