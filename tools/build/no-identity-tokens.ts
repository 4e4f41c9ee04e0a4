// Stands in for `@actions/http-client` inside `@actions/core`, which needs it for OIDC tokens alone and thereby makes every step load
// Node's HTTP and TLS. The actions ask with Node's own fetch, when they need a token (packages/runner/src/platform/identity-token.ts).

export class HttpClient {
  constructor() {
    throw new Error('this build leaves out the OIDC client of @actions/core (tools/build/bundle.ts)');
  }
}
