import { useEffect, useState } from 'preact/hooks';
import { useTranslator } from '../language/language-context.tsx';

/** Ages are told in minutes at best. */
const TICK_MS = 30_000;

/** How long ago an instant was, as time goes by; the date is shown to a pointer. */
export function Age({ of: instant }: { /** ISO 8601. */ readonly of: string }) {
  const translator = useTranslator();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  // The clocks of this machine and of the server need not agree: nothing is told to be yet to come.
  const shown = Date.parse(instant) > now.getTime() ? new Date(instant) : now;
  return (
    <time dateTime={instant} title={translator.dateTime(instant)}>
      {translator.age(instant, shown)}
    </time>
  );
}
