// Stands in for `@actions/http-client` inside `@actions/core`, which needs it for OIDC tokens alone and thereby makes every step load
// Node's HTTP and TLS. No action asks for a token yet; the one that does takes this line out of bundle.ts, or asks by itself.

export class HttpClient {
  constructor() {
    throw new Error('this build leaves out the OIDC client of @actions/core (tools/build/bundle.ts)');
  }
}
