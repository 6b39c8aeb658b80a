// The baseline, and nothing else: `node json-parse-process.mjs FILE`.
import { readFileSync } from 'node:fs';

const [started, cpu] = [performance.now(), process.cpuUsage()];
JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { user, system } = process.cpuUsage(cpu);
process.on('disconnect', () => process.exit());
process.send({ seconds: (performance.now() - started) / 1e3, cpuSeconds: (user + system) / 1e6 });
