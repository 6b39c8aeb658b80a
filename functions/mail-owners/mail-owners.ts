import type { UsageEventBody } from '../../shared/contracts/events/usage-event.ts';
import type { Mail, OwnerMail } from '../../shared/notification-ports.ts';
import { shareMail } from './share-mail.ts';
import { syncMail } from './sync-mail.ts';
import { heldMail, rejectedMail } from './upload-mail.ts';

/** Mails what owners have to act on. Resolves with whether there was anything. */
export async function mailOwners(event: UsageEventBody, mail: OwnerMail, apiUrl: string): Promise<boolean> {
  const written = mailAbout(event, apiUrl);
  if (written === null) return false;
  await mail.send(written);
  return true;
}

/** Null for what needs nobody: merges and syncs as they should be. */
export function mailAbout(event: UsageEventBody, apiUrl: string): Mail | null {
  switch (event['detail-type']) {
    case 'License usage merged':
      return event.detail.share_crossed === null ? null : shareMail(event.detail, apiUrl);
    case 'License usage sync ended':
      return event.detail.state === 'succeeded' ? null : syncMail(event.detail, apiUrl);
    case 'License usage upload ended':
      if (event.detail.state === 'held') return heldMail(event.detail, apiUrl);
      return event.detail.state === 'rejected' ? rejectedMail(event.detail, apiUrl) : null;
    default:
      return event satisfies never;
  }
}
