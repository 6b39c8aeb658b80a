import { mkdirSync } from 'node:fs';
import dynalite from 'dynalite';
import { LOOPBACK } from '../local-server.ts';

/** The DynamoDB engine in its own process, so that it has a core to itself: `node dynamodb-process.ts DIRECTORY`. */
const [directory = ''] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
const server = dynalite({ path: directory, createTableMs: 0 });
server.listen(0, LOOPBACK, () => process.send?.(server.address()));

function stop(): void {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}

// Ctrl-C reaches every process of the terminal; the parent decides when this one is no longer needed.
process.on('SIGINT', () => {});
process.on('SIGTERM', stop);
process.on('disconnect', stop);
