import { RecoveryWorld } from '../support/recovery-world.ts';
import { writeStores } from '../support/stores-file.ts';
import { liveThrough } from './company.ts';

// To be run before a stored format changes, and its file committed, so that the test of upgrades knows what the version
// before has left. NAME is of the format that is about to change: node test/upgrade/write-stores.ts NAME

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z]+-\d+$/.test(name)) throw new Error('give a name such as snapshots-1');
const world = await RecoveryWorld.start();
await liveThrough(world);
writeStores(new URL(`../fixtures/stores/${name}.json.gz`, import.meta.url), await world.stores());
await world.stop();
