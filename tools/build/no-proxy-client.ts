// Stands in for `@actions/http-client` inside `@actions/github`, which asks it at start for the proxy of the environment and thereby loads
// Node's HTTP, TLS and a tunnel. There is no proxy between the gate and the facts (gate.md row 25), and our calls bring their own client
// (packages/runner/src/platform/exchange.ts).

export class HttpClient {
  getAgent = nothing;
  getAgentDispatcher = nothing;
}

function nothing(): undefined {
  return undefined;
}
