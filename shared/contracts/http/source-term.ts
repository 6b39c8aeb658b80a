import * as z from 'zod';
import { normalizeHostName } from '../../domain/host-name.ts';
import { type SourceId, serverSourceId } from '../../domain/usage-snapshot.ts';

const SOURCE_PREFIX = 'server:';

/** The query parameter `source`: `cloud`, or `server:` and a host name. Empty is absent. */
export const sourceTerm = z
  .string()
  .transform((text, context): SourceId | null => {
    if (text === '' || text === 'cloud') return text === '' ? null : text;
    const hostName = text.startsWith(SOURCE_PREFIX)
      ? normalizeHostName(text.slice(SOURCE_PREFIX.length))
      : null;
    if (hostName !== null) return serverSourceId(hostName);
    context.addIssue({ code: 'custom', message: 'must be cloud, or server: and a host name' });
    return null;
  })
  .default(null);
