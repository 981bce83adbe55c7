/** Whether a value says yes or no, as opposed to a date or a word of a vocabulary under the same name. Pure. */
export const isFlag = (value: unknown): boolean =>
  typeof value === "boolean" || /^\s*(?:true|false|yes|no|on|off|0|1)\s*$/i.test(String(value));
