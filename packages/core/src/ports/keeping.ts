/** What keeps the objects of a ledger: the medium itself, or an artifact of a run, which the platform deletes. */
export type Keeping =
  | { readonly by: 'ledger' }
  /** `days`: null where the platform did not say after how many. */
  | { readonly by: 'artifact'; readonly days: number | null };
