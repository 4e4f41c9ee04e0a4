export interface Period {
  /** UTC milliseconds. */
  readonly from: number;
  readonly to: number;
}

/** A silence is part of a finding, so that nobody accepts a longer one by accepting this one. */
export const periodText = ({ from, to }: Period): string => `${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;
