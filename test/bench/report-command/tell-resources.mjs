// What the process took, written when it ends: `node --import tell-resources.mjs ...` with RESOURCES_FILE.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const resources = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakRssMb: maxRSS / 1024 };
  writeFileSync(process.env.RESOURCES_FILE, JSON.stringify(resources));
});
