/** One control of a framework, as an auditor names it. */
export interface Control {
  /** `A.8.32` or `CC8.1`: the ids of the frameworks here never coincide. */
  readonly id: string;
  readonly framework: Framework;
  readonly title: string;
}

/** Name and edition: an id means nothing without its edition (A.12.1.2 of 2013 is A.8.32 of 2022). */
export type Framework = 'iso27001:2022' | 'soc2:2017';
