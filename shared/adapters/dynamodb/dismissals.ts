import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { parseDismissalItem } from '../../contracts/ledger/dismissal-item.ts';
import type { Dismissal, FindingId } from '../../domain/stored-finding.ts';
import type { Dismissals } from '../../findings-ports.ts';
import { deleteDismissal, putDismissal, queryDismissals } from './dismissal-commands.ts';
import { queryAll } from './query.ts';

/** One small item each, all in one partition: owners write them by hand, so there are few. */
export class DynamoDbDismissals implements Dismissals {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  list(): Promise<readonly Dismissal[]> {
    return queryAll(this.#client, queryDismissals(this.#table), parseDismissalItem);
  }

  async put(dismissal: Dismissal): Promise<void> {
    await this.#client.send(new PutCommand(putDismissal(this.#table, dismissal)));
  }

  async remove(id: FindingId): Promise<void> {
    await this.#client.send(new DeleteCommand(deleteDismissal(this.#table, id)));
  }
}
