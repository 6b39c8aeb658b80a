import { snsClient } from '../../shared/adapters/aws-clients.ts';
import { SnsOwnerMail } from '../../shared/adapters/sns/owner-mail.ts';
import { usageEventSchema } from '../../shared/contracts/events/usage-event.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { wrapHandler } from '../../shared/runtime/invocation.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { configSchema } from './config.ts';
import { mailOwners } from './mail-owners.ts';

// Once per cold start.
const logger = createLogger('mail-owners');
const config = lazy(() => readConfig(configSchema));
const mail = lazy(() => new SnsOwnerMail(snsClient(), config().OWNERS_TOPIC_ARN));

// Once per event.
async function handle(event: unknown) {
  const told = usageEventSchema.parse(event);
  return { told, isMailed: await mailOwners(told, mail(), config().API_URL) };
}

// Exported to AWS.
export const handler = wrapHandler(logger, {
  handle,
  completion: ({ told, isMailed }) => ({ event: told['detail-type'], mails: isMailed ? 1 : 0 }),
});
