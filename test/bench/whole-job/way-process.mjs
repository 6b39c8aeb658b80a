// One way of the job: `node way-process.mjs MODULE FILES`, where FILES is JSON.
// Plain JavaScript, so that stripping types takes no memory of the process that is measured.
import { pathToFileURL } from 'node:url';

const [module, files] = process.argv.slice(2);
const { countPeople } = await import(pathToFileURL(module).href);

const [started, cpu] = [performance.now(), process.cpuUsage()];
const people = await countPeople(JSON.parse(files));
const { user, system } = process.cpuUsage(cpu);
process.on('disconnect', () => process.exit());
process.send({ people, seconds: (performance.now() - started) / 1e3, cpuSeconds: (user + system) / 1e6 });
