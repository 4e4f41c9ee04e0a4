import { COPY_PR_BOT } from './copy-pr-bot.ts';
import type { Incident } from './incident.ts';
import { ROBOTA } from './robota.ts';
import { SELF_APPROVING_WORKFLOW } from './self-approving-workflow.ts';
import { SGLANG } from './sglang.ts';
import { TANSTACK } from './tanstack.ts';
import { TJ_ACTIONS } from './tj-actions.ts';
import { TRIVY } from './trivy.ts';

export const INCIDENTS: readonly Incident[] = [TJ_ACTIONS, TRIVY, TANSTACK, SGLANG, SELF_APPROVING_WORKFLOW, COPY_PR_BOT, ROBOTA];
