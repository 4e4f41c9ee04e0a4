// Payloads are canonical JSON, where members are sorted and a quotation mark inside a text is escaped: this can only be the member itself,
// so that no record needs to be parsed.
const TYPE = /"predicateType":"https:\/\/proofrail\.dev\/evidence\/([a-z]+(?:\.[a-z]+)*)\/v[0-9]+"/;

/** The kind of a record by the text of its payload; null: it is none of ours. */
export const kindIn = (payload: string): string | null => TYPE.exec(payload)?.[1] ?? null;
