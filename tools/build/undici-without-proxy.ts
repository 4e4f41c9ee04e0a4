// Stands in for the npm package undici in our bundles. The clients that import it need its fetch, which Node has built in, and its
// ProxyAgent, which we refuse: a proxy between the gate and the facts is a way round the gate (gate.md row 25).

export class ProxyAgent {
  constructor() {
    throw new Error('proxies are not supported: unset HTTP_PROXY and HTTPS_PROXY for this step');
  }
}

// Named only when called: touching the global makes Node load its whole fetch implementation (toolchain.md 2).
export const fetch = (...parameters: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...parameters);
