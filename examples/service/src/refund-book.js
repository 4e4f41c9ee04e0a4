import { randomUUID } from 'node:crypto';

/** Refunds by id. A refund above the limit waits for a person. Money is whole cents. */
export class RefundBook {
  #refunds = new Map();
  #limitInCents;

  constructor({ limitInCents }) {
    this.#limitInCents = limitInCents;
  }

  request({ order, cents }) {
    const refund = { id: randomUUID(), order, cents, state: cents > this.#limitInCents ? 'waiting' : 'paid' };
    this.#refunds.set(refund.id, refund);
    return refund;
  }

  find(id) {
    return this.#refunds.get(id) ?? null;
  }
}
