import type { Answer } from '../answer.ts';
import type { ConfigurationError } from '@proofrail/core/outcomes';
import type { CloudTrailVerifyOptions } from './declare-cloudtrail.ts';
import { withRole } from '../evidence/with-role.ts';
import { missingOption } from '../options/missing-option.ts';
import type { Session } from '../session.ts';
import { checkCloudTrail } from './check-cloudtrail.ts';
import { cloudTrailJson } from './cloudtrail-json.ts';
import { cloudTrailText } from './cloudtrail-text.ts';

const noTrustFile = (): ConfigurationError =>
  missingOption(
    '--trust beside --attachments: whose records say why something was done',
    '--attachments alone',
    'name the trust file, or leave --attachments out',
  );

/** Verifies a trail against a ledger; findings are the answer, not an error. ConfigurationError for inputs that cannot be used. */
export async function verifyCloudTrail(asked: CloudTrailVerifyOptions, session: Session): Promise<Answer> {
  if (asked.attachments !== undefined && asked.trust === undefined) throw noTrustFile();
  const options = await withRole(asked, session);
  const check = await checkCloudTrail(options, options.acceptAcknowledged ?? false, session);
  return {
    outcome: check.verification.outcome,
    json: cloudTrailJson(check),
    text: (page) => cloudTrailText(check, page),
  };
}
