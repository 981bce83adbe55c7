const key = "copydesk.language.switched";

/** The button that was pressed, or on a phone the one that opens the drawer, which is closed again. */
const whereOneWas = "[data-language-switch], button:has([data-sanity-icon='menu'])";

/** Whether the page was loaded anew for another language, and nothing was done since. */
let isSwitching = false;

/** Whether it is about to be: Studio draws itself in the other language once more before it goes. */
let isLeaving = false;

/** Before the page is loaded anew for another language: the focus belongs where it is. */
export function keepFocus(): void {
  isLeaving = true;
  sessionStorage.setItem(key, "yes");
}

/** Puts the focus where it was. Studio draws its bar more than once: each time, until one does the next thing. */
export function focusAfterSwitch(): void {
  if (!isLeaving && sessionStorage.getItem(key) !== null) untilNextAct();
  if (isSwitching) document.querySelector<HTMLElement>(whereOneWas)?.focus();
}

function untilNextAct(): void {
  sessionStorage.removeItem(key);
  isSwitching = true;
  const end = new AbortController();
  for (const next of ["keydown", "pointerdown"])
    addEventListener(
      next,
      () => {
        isSwitching = false;
        end.abort();
      },
      { capture: true, signal: end.signal },
    );
}
