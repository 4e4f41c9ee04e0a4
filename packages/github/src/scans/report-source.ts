/** Which artifact of which workflow holds the report of a scanner: the registry says so, never the change. */
export interface ReportSource {
  /** As the registry spells it. */
  readonly scanner: string;
  /** `.github/workflows/security-scan.yml`, in this repository. */
  readonly workflow: string;
  readonly artifact: string;
  /** `owner/repository/.github/workflows/file.yml@commit`: workflows that may stand in for one that the change alters. */
  readonly reusable: readonly string[];
}

/** For people: what the registry says of it. */
export const nameOfSource = ({ scanner, artifact, workflow }: ReportSource): string => `${scanner}, ${artifact} of ${workflow}`;
