import * as z from 'zod';
import { normalizeHostName } from '../../domain/host-name.ts';
import type { SyncRun } from '../../domain/sync-run.ts';
import { type SourceId, serverSourceId } from '../../domain/usage-snapshot.ts';
import { errorBody, errorSchema } from './errors.ts';
import { syncRunBody, syncRunSchema } from './sync-runs.ts';

const SERVER_PREFIX = 'server:';

const sourceId = z.string().transform((text, context): SourceId => {
  const source = sourceIdOf(text);
  if (source !== null) return source;
  context.addIssue({ code: 'custom', message: 'must be cloud, or server: and the host name of an instance' });
  return z.NEVER;
});

function sourceIdOf(text: string): SourceId | null {
  if (text === 'cloud') return text;
  const hostName = text.startsWith(SERVER_PREFIX)
    ? normalizeHostName(text.slice(SERVER_PREFIX.length))
    : null;
  return hostName && serverSourceId(hostName);
}

/**
 * `POST /sync-now`. Without `sources`, every source with automatic sync on. Whoever accepts removals names the
 * sources: what the others may have lost was not looked at.
 */
export const syncNowRequestSchema = z
  .strictObject({
    sources: z
      .array(sourceId)
      .min(1, 'must name a source')
      .refine((sources) => new Set(sources).size === sources.length, 'must name each source once')
      .nullable()
      .default(null),
    accept_removals: z.boolean().default(false),
  })
  .refine(({ sources, accept_removals: accepts }) => sources !== null || !accepts, {
    path: ['accept_removals'],
    message: 'can be given together with sources only',
  });
export type SyncNowRequest = z.output<typeof syncNowRequestSchema>;

/** 409: the run under way. Null in the moment before it is written down. */
export const syncUnderWaySchema = errorSchema.extend({ sync_run: syncRunSchema.nullable() });
export type SyncUnderWayBody = z.output<typeof syncUnderWaySchema>;

export function syncUnderWayBody(run: SyncRun | null, now: Date): SyncUnderWayBody {
  const error = errorBody(409, 'A sync is under way; sync again when it has ended');
  return { ...error, sync_run: run && syncRunBody(run, now) };
}
