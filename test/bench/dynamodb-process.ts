import { once } from 'node:events';
import dynalite from 'dynalite';
import { UNSETTLED_PARTITION } from '../../shared/contracts/ledger/unsettled-item.ts';
import { noWrites, type WriteCounts } from './write-counts.ts';

/** DynamoDB in a process of its own, which counts what is written: `node dynamodb-process.ts DIRECTORY`. */
const [path = ''] = process.argv.slice(2);
const server = dynalite({ path, createTableMs: 0 });

let counts: WriteCounts = noWrites();
server.on('request', (request) => {
  if (!String(request.headers['x-amz-target']).endsWith('.BatchWriteItem')) return;
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => count(Buffer.concat(chunks).toString('latin1')));
});

/** A batch holds people, look-ups or notes, never several of these. */
function count(batch: string): void {
  if (batch.includes(`"${UNSETTLED_PARTITION}"`)) return;
  const puts = batch.split('"PutRequest"').length - 1;
  const deletes = batch.split('"DeleteRequest"').length - 1;
  counts.requests++;
  if (batch.includes('"people#')) {
    counts.people += puts;
    counts.peopleDeleted += deletes;
  } else {
    counts.lookups += puts + deletes;
  }
}

/** Each message asks for the counts since the one before. */
process.on('message', () => {
  process.send?.(counts);
  counts = noWrites();
});
process.on('disconnect', () => process.exit());

server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.(server.address());
