import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Scenario } from '../state/scenario.ts';
import { answerCall } from './answer-call.ts';
import { applyFault } from './apply-fault.ts';
import { matches, type Call, type CallMatcher } from './call.ts';
import type { FakeGitHub } from './fake-github.ts';
import type { PlacedFault } from './fault.ts';
import { GITHUB_COM, type Layout } from './layout.ts';
import type { Outgoing } from './outgoing.ts';
import { readCall } from './read-call.ts';

/** GitHub's API over one scenario, on this machine only. */
export async function startFakeGitHub(state: Scenario, layout: Layout = GITHUB_COM): Promise<FakeGitHub> {
  const calls: Call[] = [];
  const unmodelled: string[] = [];
  const faults: PlacedFault[] = [];
  const hooks: { readonly on: CallMatcher; readonly change: (state: Scenario) => void }[] = [];
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(`the fake GitHub failed: ${String(error)}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}${layout.rest}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { call, incoming } = await readCall(request, { origin, layout }, calls.length + 1);
    calls.push(call);
    let answer: Outgoing | null = await answerCall({ scenario: state, api: url }, call, incoming, unmodelled);
    for (const hook of hooks.filter(({ on }) => matches(on, call))) {
      hooks.splice(hooks.indexOf(hook), 1);
      hook.change(state);
    }
    for (const placed of faults.filter(({ on, times }) => times !== 0 && matches(on, call))) {
      if (placed.times !== undefined) placed.times -= 1;
      if (placed.fault.kind === 'latency') await wait(placed.fault.milliseconds);
      answer = answer && applyFault(placed.fault, call, answer);
    }
    const whole = answer === null || answer.cut === true ? null : answer;
    call.status = whole?.status ?? 0;
    call.sent = whole?.bytes ?? null;
    send(response, answer);
  }

  return {
    url,
    graphqlUrl: `${origin}${layout.graphql}`,
    state,
    calls: () => calls,
    counted: () => ({ graphql: count('graphql'), rest: count('rest'), download: count('download') }),
    unmodelled: () => unmodelled,
    after: (on, change) => void hooks.push({ on, change }),
    inject: (on, fault, times) => void faults.push({ on, fault, ...(times === undefined ? {} : { times }) }),
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };

  function count(kind: Call['kind']): number {
    return calls.filter((call) => call.kind === kind).length;
  }
}

function send(response: ServerResponse, answer: Outgoing | null): void {
  if (answer === null) response.destroy();
  else if (answer.cut === true) {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.bytes.length + 1) });
    response.write(answer.bytes, () => response.destroy());
  } else response.writeHead(answer.status, answer.headers).end(answer.bytes);
}
