/** In the browser's storage when somebody does not want keys to work without Ctrl or ⌘: whoever speaks to a computer may not. */
const keysOffKey = "copydesk.queue.keys-off";

export const areKeysOn = (): boolean => localStorage.getItem(keysOffKey) === null;

export function setKeysOn(isOn: boolean): void {
  if (isOn) localStorage.removeItem(keysOffKey);
  else localStorage.setItem(keysOffKey, "yes");
}
