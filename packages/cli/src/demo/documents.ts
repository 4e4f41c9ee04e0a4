import type { RuleStatus } from '@proofrail/core/policy';

// The members of the commands' JSON documents that the story quotes (docs/cli-json.md).

export interface GateDocument {
  readonly preset: string | null;
  readonly rules: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly status: RuleStatus;
    readonly controls: readonly string[];
    readonly reasons: readonly { readonly text: string }[];
    readonly do_this: string | null;
  }[];
  readonly recorded: {
    readonly stream: string;
    readonly records: readonly { readonly kind: string; readonly slot: number; readonly position: number }[];
  };
}

export interface ArchiveDocument {
  readonly sbom: { readonly components: number; readonly digest: string };
}

export interface ImageDocument {
  readonly images: readonly {
    readonly reference: string;
    readonly state: 'pinned' | 'mutable' | 'unresolvable' | 'malformed';
    readonly ledger:
      | { readonly outcome: 'allow'; readonly commit: string; readonly link_claimed_by: string; readonly facts: 'given' | 'read' }
      | { readonly outcome: 'deny'; readonly reason: string }
      | null;
  }[];
}

export interface VerifyDocument {
  readonly trust: string;
  readonly streams: readonly {
    readonly stream: string;
    readonly slots: number;
    readonly verified: number;
    readonly consistent: number;
  }[];
  readonly findings: readonly {
    readonly kind: string;
    readonly stream: string;
    readonly slot: number | null;
    readonly position: number | null;
    readonly detail: string;
  }[];
}

export interface ReportDocument {
  readonly report: string;
  readonly shown: { readonly records: number; readonly deviations: number; readonly changes: number; readonly images: number };
}
