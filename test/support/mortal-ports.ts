import type { SyncPorts } from '../../functions/sync/sync-context.ts';

/** The stores of a run that dies: after so many calls every further one fails, as after the end of a process. */
export function mortalPorts(ports: SyncPorts, calls: number): SyncPorts {
  let left = calls;
  const live = () => {
    if (left-- <= 0) throw new Error('the process was killed');
  };
  const mortal = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...input: unknown[]) => {
          live();
          return Reflect.apply(member, target, input);
        };
      },
    });
  return {
    connections: ports.connections,
    sources: mortal(ports.sources),
    snapshots: mortal(ports.snapshots),
    people: mortal(ports.people),
    usage: mortal(ports.usage),
    lease: mortal(ports.lease),
    meter: ports.meter,
    reports: mortal(ports.reports),
    licenses: mortal(ports.licenses),
    findings: mortal(ports.findings),
    changes: mortal(ports.changes),
    chargebacks: mortal(ports.chargebacks),
    mergeRecords: mortal(ports.mergeRecords),
    events: mortal(ports.events),
    told: mortal(ports.told),
    runs: mortal(ports.runs),
    syncLease: mortal(ports.syncLease),
  };
}
