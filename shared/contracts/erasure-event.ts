import * as z from 'zod';
import { type Email, normalizeEmail } from '../domain/email.ts';

/** What manage-personal-data sends to erase-personal-data. */
const erasureEvent = z.strictObject({
  erasure_id: z.ulid(),
  email: z.string().transform((text, context): Email => {
    const email = normalizeEmail(text);
    if (email !== null) return email;
    context.addIssue({ code: 'custom', message: 'expected an email address' });
    return z.NEVER;
  }),
});

export interface ErasureRequest {
  readonly erasureId: string;
  readonly email: Email;
}

/** The event that has it done. */
export function erasureEventBody({ erasureId, email }: ErasureRequest): string {
  return JSON.stringify({ erasure_id: erasureId, email } satisfies z.input<typeof erasureEvent>);
}

/** Throws ZodError, which holds no address, when the event is none of `erasureEventBody`. */
export function parseErasureEvent(event: unknown): ErasureRequest {
  const { erasure_id: erasureId, email } = erasureEvent.parse(event);
  return { erasureId, email };
}
