import {
  type IngestObserver,
  type IngestPorts,
  ingestUploads,
  type QueueMessage,
} from '../../functions/ingest-upload/ingest-upload.ts';
import { DEFAULT_HOLD_POLICY } from '../../shared/domain/hold.ts';
import type { LedgerUnits } from '../../shared/domain/ledger-units.ts';
import { DEFAULT_SEAT_SHARES } from '../../shared/domain/seat-shares.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { CommittedUsage } from '../../shared/domain/usage.ts';
import type { UsageEvent } from '../../shared/domain/usage-event.ts';
import { InMemoryUploadLog } from './fakes/in-memory-upload-log.ts';
import { InMemoryUploadedFiles, type StoredUpload } from './fakes/in-memory-uploaded-files.ts';
import { MergeWorld } from './merge-world.ts';

/** The whole way in, in memory: drop files, deliver their events, look at what became of them. */
export class IngestWorld extends MergeWorld implements IngestPorts, IngestObserver {
  readonly files = new InMemoryUploadedFiles();
  readonly uploads = new InMemoryUploadLog();
  readonly failures: string[] = [];
  readonly untold: UsageEvent['kind'][] = [];
  readonly seatShares = DEFAULT_SEAT_SHARES;
  readonly merges: CommittedUsage[] = [];
  readonly charges: LedgerUnits[] = [];
  readonly conclusions: Upload[] = [];
  readonly policy = { hold: DEFAULT_HOLD_POLICY, maxUploadBytes: 1024 * 1024 };
  #drops = 0;

  /** Puts a file and returns the message that its event makes. `at` is the minute of the upload. */
  drop(key: string, content: string, options: { at?: number; metadata?: StoredUpload['metadata'] } = {}) {
    const sequence = ++this.#drops;
    const at = options.at ?? sequence;
    const versionId = `version-${sequence}`;
    this.files.put(key, { content, metadata: options.metadata ?? {}, versionId });
    const eventTime = `2026-03-05T10:${String(at).padStart(2, '0')}:00.000Z`;
    return message(`message-${sequence}`, {
      Records: [
        {
          eventName: 'ObjectCreated:Put',
          eventTime,
          s3: { object: { key: encodeURIComponent(key), versionId, size: content.length } },
        },
      ],
    });
  }

  accept(uploadId: string): QueueMessage {
    return message(`accept-${uploadId}`, { accepted_upload: uploadId });
  }

  /** Delivers messages as one batch; returns the ids of those that have to come again. */
  deliver(...messages: QueueMessage[]): Promise<string[]> {
    return this.deliverThrough(this, ...messages);
  }

  /** The same through other ports, which may fail on the way to those of the world. */
  deliverThrough(ports: IngestPorts, ...messages: QueueMessage[]): Promise<string[]> {
    const { context, policy, seatShares } = this;
    const deadlineMs = this.nowMs + 300_000;
    return ingestUploads(messages, ports, { ...context, deadlineMs, policy, seatShares, observer: this });
  }

  /** Uploads in the order of their arrival. */
  outcomes(): Upload[] {
    return [...this.uploads.uploads.values()];
  }

  concluded(upload: Upload): void {
    this.conclusions.push(upload);
  }

  merged(committed: CommittedUsage): void {
    this.merges.push(committed);
  }

  charged(units: LedgerUnits): void {
    this.charges.push(units);
  }

  notTold(kind: UsageEvent['kind']): void {
    this.untold.push(kind);
  }

  failed(messageId: string, error: Error): void {
    this.failures.push(`${messageId}: ${error.message}`);
  }
}

export function message(id: string, body: unknown): QueueMessage {
  return { id, body: JSON.stringify(body), receiveCount: 1 };
}

export function redelivered(original: QueueMessage): QueueMessage {
  return { ...original, receiveCount: original.receiveCount + 1 };
}

const USERS_REPORT_HEADER =
  'created_at,id,login,email,role,suspended?,last_logged_ip,repos,ssh_keys,org_memberships,dormant?,last_active,raw_login,2fa_enabled?';

/** An `all_users.csv` of active users with these ids, each with an address of its own. */
export function usersReport(ids: readonly number[], suspended: readonly number[] = []): string {
  const rows = ids.map(
    (id) =>
      `2021-01-01 00:00:00 +0000,${id},user${id},user${id}@example.com,user,${suspended.includes(id)},,0,0,0,false,2026-01-01,"{""a"":1}",true`,
  );
  return [USERS_REPORT_HEADER, ...rows, ''].join('\n');
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
