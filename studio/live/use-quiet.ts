import { useEffect, useState } from "react";

/** Longer than people pause between two keys, and no longer than they notice. */
const quietMs = 300;

/** A value as it was when it last stood still for a moment: what follows that costs nothing while somebody types. */
export function useQuiet<Value>(value: Value): Value {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), quietMs);
    return () => clearTimeout(timer);
  }, [value]);
  return quiet;
}
