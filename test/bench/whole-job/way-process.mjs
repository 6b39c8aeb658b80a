// One task of a way of the job: `node way-process.mjs MODULE TASK FILES`, where FILES is JSON.
// Plain JavaScript, so that stripping types takes no memory of the process that is measured.
import { pathToFileURL } from 'node:url';

const [module, task, files] = process.argv.slice(2);
const { [task]: run } = await import(pathToFileURL(module).href);

const [started, cpu] = [performance.now(), process.cpuUsage()];
const result = await run(JSON.parse(files));
const { user, system } = process.cpuUsage(cpu);
process.on('disconnect', () => process.exit());
process.send({ result, seconds: (performance.now() - started) / 1e3, cpuSeconds: (user + system) / 1e6 });
