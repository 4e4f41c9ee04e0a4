import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { RefundBook } from '../src/refund-book.js';
import { createRefundServer } from '../src/server.js';

describe('refunds', () => {
  const server = createRefundServer(new RefundBook({ EUR: 50_000 }));
  let base;

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => server.close());

  const post = (body) => fetch(`${base}/refunds`, { method: 'POST', body });

  it('pays a small refund and remembers it', async () => {
    const created = await post('{"order":"A-1042","currency":"EUR","cents":1299}');
    assert.equal(created.status, 201);
    const refund = await created.json();
    assert.equal(refund.state, 'paid');
    assert.deepEqual(await (await fetch(`${base}/refunds/${refund.id}`)).json(), refund);
  });

  it('lets a refund above the limit wait for a person', async () => {
    assert.equal((await (await post('{"order":"A-1043","currency":"EUR","cents":50001}')).json()).state, 'waiting');
  });

  for (const [what, body] of [
    ['no JSON', '{'],
    ['null', 'null'],
    ['an order that is none', '{"order":"../..","currency":"EUR","cents":1}'],
    ['a fraction of a cent', '{"order":"A-1042","currency":"EUR","cents":0.5}'],
    ['a currency without a limit', '{"order":"A-1042","currency":"constructor","cents":1}'],
    ['money the wrong way', '{"order":"A-1042","currency":"EUR","cents":-1}'],
  ]) {
    it(`refuses ${what}`, async () => assert.equal((await post(body)).status, 400));
  }

  it('stops reading a body that is too long', async () => {
    assert.equal((await post('x'.repeat(5_000))).status, 413);
  });

  it('outlives a path that is no URL', async () => {
    const status = await new Promise((resolve) => {
      get(`${base}//`, (response) => resolve(response.resume().statusCode));
    });
    assert.equal(status, 400);
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
  });

  it('knows nothing else', async () => {
    assert.equal((await fetch(`${base}/refunds/1`)).status, 404);
    assert.equal((await fetch(`${base}/healthz`)).status, 200);
  });
});
