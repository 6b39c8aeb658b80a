import { type HostName, normalizeHostName } from '../../../domain/host-name.ts';
import { rejectedFor } from '../rejected-file.ts';
import type { UsageFileContext } from '../usage-file.ts';

/** The instance by the object's key or metadata. */
export function hostNameOfContext(context: UsageFileContext): HostName | null {
  return context.hostName === null ? null : normalizeHostName(context.hostName);
}

/** @throws {RejectedFile} when nothing names the instance. */
export function requireHostName(hostName: HostName | null): HostName {
  if (hostName !== null) return hostName;
  throw rejectedFor(
    'host-name-missing',
    'the host name of the instance, which this file does not hold',
    'Drop the file under uploads/<host name>/, or set the metadata `host-name` of the object.',
  );
}
