import type { ScheduleDefinition } from '../template/schedules.ts';
import { startTimer } from './schedule-times.ts';
import { scheduledEvent } from './scheduled-event.ts';

export interface SchedulesOptions {
  readonly definitions: readonly ScheduleDefinition[];
  /** Lets every schedule run after so many seconds, whatever its expression; null leaves each as it is. */
  readonly everySeconds: number | null;
  readonly invoke: (functionArn: string, event: unknown) => void;
}

/** Invokes the functions of the template at their times. */
export function startSchedules({ definitions, everySeconds, invoke }: SchedulesOptions): { stop(): void } {
  const timers = definitions.map(({ schedule, ruleArn, functionArn, input }) => {
    const used = everySeconds === null ? schedule : ({ kind: 'rate', seconds: everySeconds } as const);
    return startTimer(used, () => {
      invoke(functionArn, input === null ? scheduledEvent(ruleArn, new Date()) : input.json);
    });
  });
  return {
    stop: () => {
      for (const timer of timers) timer.stop();
    },
  };
}
