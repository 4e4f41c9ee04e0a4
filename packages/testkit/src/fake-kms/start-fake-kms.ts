import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequest, type RawRequest } from '../fake-s3/server/raw-request.ts';
import { claimedKey } from '../fake-s3/server/s3-call.ts';
import { answerKmsCall } from './answer-kms-call.ts';
import type { FakeKms, FakeKmsOptions } from './fake-kms.ts';
import { newFakeKey } from './fake-kms-key.ts';
import { KmsError, UnmodelledKms } from './kms-error.ts';
import type { AnsweredKmsCall, KmsCall, KmsFault, KmsFaultScript } from './kms-fault.ts';
import type { KmsState } from './kms-state.ts';

const TARGET = 'TrentService.'; // the service's name on the wire, since 2014

/** The part of KMS that signs, for one account on this machine, in memory. */
export async function startFakeKms({ region = 'us-east-1', account = '123456789012' }: FakeKmsOptions = {}): Promise<FakeKms> {
  const accessKey = { id: 'AKIAFAKEKMSCALLER000', secret: 'of-the-fake-kms-alone' };
  const state: KmsState = { account, region, accessKey, keys: new Map(), policy: null };
  const calls: AnsweredKmsCall[] = [];
  const unmodelled: string[] = [];
  let script: KmsFaultScript | null = null;

  const server = createServer((message, response) => void serve(message, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readRequest(message);
    if (raw === null) return;
    const call = readCall(raw);
    const fault = script?.(call) ?? null;
    const { status, body } = fault === 'silence' || fault === 'no-answer' ? NOTHING : answer(raw, call.operation, fault);
    calls.push({ ...call, status, code: '__type' in body ? String(body.__type) : null });
    if (fault === 'no-answer') response.destroy();
    else if (fault !== 'silence') send(response, status, body);
  }

  function answer(raw: RawRequest, operation: string, fault: KmsFault | null): { status: number; body: object } {
    try {
      if (fault === 'throttled') throw new KmsError('ThrottlingException', 'Rate exceeded');
      if (fault === 'internal-error') throw new KmsError('KMSInternalException', 'An internal error occurred.', 500);
      return { status: 200, body: answerKmsCall(state, raw, operation, fault) };
    } catch (thrown) {
      const refusal = thrown instanceof KmsError ? thrown : new UnmodelledKms(`this: ${String(thrown)}`);
      if (refusal instanceof UnmodelledKms) unmodelled.push(refusal.message);
      return { status: refusal.status, body: { __type: refusal.code, message: refusal.message } };
    }
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: accessKey.id, secretAccessKey: accessKey.secret },
    createKey: (spec = 'ECC_NIST_P256', usage = 'SIGN_VERIFY') => {
      const key = newFakeKey(region, account, spec, usage);
      state.keys.set(key.arn, key);
      return key;
    },
    allow: (policy) => void (state.policy = policy),
    calls: () => calls,
    unmodelled: () => unmodelled,
    fail: (next) => void (script = next),
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}

const NOTHING = { status: 0, body: {} } as const;

function readCall(raw: RawRequest): KmsCall {
  const target = raw.headers['x-amz-target'] ?? '';
  const named = (member: string): string | null =>
    new RegExp(`"${member}":"([^"]*)"`).exec(raw.bytes.toString('utf8'))?.[1] ?? null;
  return {
    operation: target.startsWith(TARGET) ? target.slice(TARGET.length) : target,
    keyId: named('KeyId'),
    messageType: named('MessageType'),
    accessKey: claimedKey(raw),
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}
