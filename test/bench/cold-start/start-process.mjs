// One start: `node start-process.mjs FILE` tells the milliseconds since the process began until the handler is there,
// and those of the processor. Plain JavaScript, so that stripping types is no part of it.
import { writeSync } from 'node:fs';

const { handler } = await import(process.argv[2]);
const ms = performance.now();
const { user, system } = process.cpuUsage();
if (typeof handler !== 'function') throw new Error('there is no handler');
writeSync(1, JSON.stringify({ ms, cpuMs: (user + system) / 1000 }));
process.exit();
