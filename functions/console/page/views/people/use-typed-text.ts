import { useEffect, useRef, useState } from 'preact/hooks';

/** About as long as between two keys of somebody who types fast, and too short to be waited for. */
const PAUSE_MS = 60;

/**
 * The text of a field that is told on when typing pauses. `told` is what it was told to be: where that changes by
 * itself, as by going back, the field follows.
 */
export function useTypedText(told: string, tell: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(told);
  const known = useRef(told);
  useEffect(() => {
    if (told === known.current) return;
    known.current = told;
    setText(told);
  }, [told]);
  useEffect(() => {
    if (text === known.current) return;
    const timer = setTimeout(() => {
      known.current = text;
      tell(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, setText];
}
