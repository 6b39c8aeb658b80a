// What Lambda's runtime does for one function: `node lambda-process.mjs FILE EXPORT`, then events come by IPC.
// Plain JavaScript, so that stripping types takes no memory of the process that is measured.
import { pathToFileURL } from 'node:url';

const [file = '', exportName = ''] = process.argv.slice(2);
const { [exportName]: handler } = await import(pathToFileURL(file).href);

process.on('message', async ({ event, timeoutMs }) => {
  const deadline = Date.now() + timeoutMs;
  const context = { getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) };
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const result = await handler(event, context);
  const { user, system } = process.cpuUsage(cpu);
  process.send({ result, seconds: (performance.now() - started) / 1e3, cpuSeconds: (user + system) / 1e6 });
});
process.on('disconnect', () => process.exit());
process.send('ready');
