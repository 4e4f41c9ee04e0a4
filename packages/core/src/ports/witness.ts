/** What a witness says to a checkpoint (C2SP tlog-witness). */
export type WitnessAnswer =
  /** Lines of a signed note: its cosignatures, unverified. */
  | { readonly kind: 'cosigned'; readonly lines: Uint8Array }
  /** It knows another size of the log than the request begins with. */
  | { readonly kind: 'conflict'; readonly size: number };

/** Somebody outside who cosigns a checkpoint only if it continues the last one that he saw. */
export interface Witness {
  /** For people: its address. */
  readonly name: string;
  /** The answer to an add-checkpoint request. UnavailableError `witness/unavailable`. */
  addCheckpoint(request: Uint8Array): Promise<WitnessAnswer>;
}
