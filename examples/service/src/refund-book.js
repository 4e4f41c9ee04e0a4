import { randomUUID } from 'node:crypto';

/** Refunds by id. A refund above its currency's limit waits for a person. Money is whole cents. */
export class RefundBook {
  #refunds = new Map();
  #limitsInCents;

  constructor(limitsInCents) {
    this.#limitsInCents = limitsInCents;
  }

  takes(currency) {
    return Object.hasOwn(this.#limitsInCents, currency);
  }

  request({ order, currency, cents }) {
    const state = cents > this.#limitsInCents[currency] ? 'waiting' : 'paid';
    const refund = { id: randomUUID(), order, currency, cents, state };
    this.#refunds.set(refund.id, refund);
    return refund;
  }

  find(id) {
    return this.#refunds.get(id) ?? null;
  }
}
