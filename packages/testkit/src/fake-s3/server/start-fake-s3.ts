import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { courseOf, DEAD, type Course } from '../faults/course.ts';
import { Effects } from '../faults/effects.ts';
import type { S3FaultScript } from '../faults/s3-fault.ts';
import { S3Error } from '../s3-error.ts';
import { S3State, type AccessKey } from '../state/s3-state.ts';
import { answerRequest } from './answer-request.ts';
import { claimedKey, readCall, type AnsweredS3Call, type S3Call } from './s3-call.ts';
import type { FakeS3, FakeS3Options } from './fake-s3.ts';
import { drawnError, type Outgoing } from './outgoing.ts';
import { readRequest, type RawRequest } from './raw-request.ts';

const OWNER: AccessKey = { id: 'AKIAFAKES3OWNER00000', secret: 'of-the-fake-s3-alone' };
const ACCOUNT = '123456789012';
const MOST_TURNS = 12; // of the event loop; a request over the loopback takes about four, so that a few can overtake it

/** An S3 server of one account on this machine, in memory. */
export async function startFakeS3(options: FakeS3Options = {}): Promise<FakeS3> {
  const { region = 'us-east-1', account = ACCOUNT, accessKeys = [OWNER] } = options;
  const state = new S3State(account, region, accessKeys);
  const effects = new Effects();
  const calls: AnsweredS3Call[] = [];
  const unmodelled: string[] = [];
  const arrivals = new Map<string | null, number>();
  const dead = new Set<string | null>();
  let script: S3FaultScript | null = null;
  let random: (() => number) | null = null;

  const server = createServer((message, response) => void serve(message, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message);
    if (request === null) return;
    const call = counted(request);
    await overtaken();
    const course = dead.has(call.accessKey) ? DEAD : courseOf(script?.(call) ?? null);
    if (course.senderDies) dead.add(call.accessKey);
    const answer = await effects.undergo(course.effect, () => answerRequest(state, request));
    if (answer !== null && answer.unmodelled !== null) unmodelled.push(answer.unmodelled);
    await overtaken();
    const outgoing = toBeSent(course, answer?.outgoing ?? null, request.method);
    const { deniedBy = null, asked = [] } = answer ?? {};
    calls.push({ ...call, status: outgoing?.status ?? 0, code: outgoing?.code ?? null, deniedBy, asked });
    send(response, outgoing);
  }

  function counted(request: RawRequest): S3Call {
    const sender = claimedKey(request);
    const ofSender = (arrivals.get(sender) ?? 0) + 1;
    arrivals.set(sender, ofSender);
    return readCall(
      request,
      [...arrivals.values()].reduce((sum, count) => sum + count),
      ofSender,
    );
  }

  async function overtaken(): Promise<void> {
    for (let turns = random === null ? 0 : Math.floor(random() * MOST_TURNS); turns > 0; turns--) await turn();
  }

  const [owner = OWNER] = accessKeys;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: owner.id, secretAccessKey: owner.secret },
    state,
    calls: () => calls,
    unmodelled: () => unmodelled,
    fail: (next) => {
      script = next;
      dead.clear();
      arrivals.clear();
    },
    reorder: (next) => void (random = next),
    release: () => effects.release(),
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}

/** Null: the connection breaks. */
function toBeSent({ answer }: Course, own: Outgoing | null, method: string): Outgoing | null {
  if (answer === 'broken') return null;
  return answer === 'its-own' ? own : drawnError(new S3Error(answer.status, answer.code, answer.message), method);
}

function send(response: ServerResponse, outgoing: Outgoing | null): void {
  if (outgoing === null) response.destroy();
  else response.writeHead(outgoing.status, outgoing.headers).end(outgoing.bytes);
}
