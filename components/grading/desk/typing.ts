const WRITTEN_IN = /^(?:text|search|email|url|tel|number|password|date|datetime-local|time)$/;

/** Whether keys pressed here are words being written, and so no commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return WRITTEN_IN.test(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

type Pressed = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "repeat">;

/** With ⌘, Ctrl or Alt a key is the browser's; but `?` stands behind AltGr on many keyboards. */
export const isModified = ({ key, metaKey, ctrlKey, altKey }: Pressed): boolean =>
  metaKey || (key === "?" ? ctrlKey && !altKey : ctrlKey || altKey);

/** Those that may be held down: they only move. */
const MOVES = ["n", "p", "j", "k"];

/** A key that repeats because it is held: what marks or saves is done once. */
export const isHeldDown = ({ key, repeat }: Pressed): boolean => repeat && !MOVES.includes(key.toLowerCase());

/** A plain key outside any field or menu, and not while letters are being composed. */
export const isCommand = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !isModified(event) &&
  !event.isComposing &&
  !isTyping(event.target) &&
  !(event.target instanceof Element && event.target.closest("[role=menu]"));
