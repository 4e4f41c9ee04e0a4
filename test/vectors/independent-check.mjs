// A second reader of the format, written from docs/evidence-format.md with node:crypto alone. It throws at the first thing that is wrong.
import { createHash, createPublicKey, verify } from 'node:crypto';

const sha256 = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const must = (right, what) => {
  if (!right) throw new Error(what);
};

/** @param objects Map of key to bytes; returns what the ledger holds, in order */
export function check(objects, trust, receipt) {
  const { keyId, key } = keyOf(trust.record_keys[0]);
  const open = (bytes, type) => {
    const { payload, payloadType, signatures } = JSON.parse(bytes);
    const [{ keyid, sig }] = signatures;
    const [body, signature] = [Buffer.from(payload, 'base64'), Buffer.from(sig, 'base64')];
    const spelled = { payload: body.toString('base64'), payloadType, signatures: [{ keyid, sig: signature.toString('base64') }] };
    must(bytes.equals(Buffer.from(JSON.stringify(spelled))), 'one spelling only');
    must(payloadType === type && keyid === keyId, 'type and key');
    const signed = Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${body.length} `), body]);
    must(verify(null, signed, key, signature), 'signature');
    return JSON.parse(body);
  };
  for (const [key, bytes] of objects) if (key.startsWith('v1/records/')) must(sha256(bytes) === `sha256:${key.slice(-64)}`, key);
  const stream = receipt.stream;
  const records = [];
  let previous = null;
  for (let seq = 1; seq <= receipt.slot || objects.has(slotKey(stream, seq)); seq++) {
    const bytes = objects.get(slotKey(stream, seq));
    must(bytes !== undefined, 'a slot is missing');
    const slot = open(bytes, 'application/vnd.proofrail.slot+json');
    must(slot.v === 1 && slot.stream === stream && slot.seq === seq && slot.prev === previous, 'chain');
    previous = sha256(bytes);
    if (seq === 1) must(previous === trust.streams[stream].genesis, 'genesis');
    for (const name of slot.entries) {
      const record = objects.get(`v1/records/${stream}/${name}`);
      must(record !== undefined, 'a record is missing');
      records.push(open(record, 'application/vnd.in-toto+json'));
    }
    if (seq !== receipt.slot) continue;
    must(previous === receipt.slot_digest && slot.entries[receipt.position - 1] === receipt.record_name, 'receipt');
    must(receipt.record_name.endsWith(receipt.record.slice(7)), 'receipt digest');
  }
  return records;
}

const slotKey = (stream, seq) => `v1/segments/${stream}/${String(seq).padStart(16, '0')}`;

function keyOf({ key_id: keyId, pem }) {
  const key = createPublicKey(pem);
  must(sha256(key.export({ type: 'spki', format: 'der' })) === keyId, 'key id');
  return { keyId, key };
}
