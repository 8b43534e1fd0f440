const WRITTEN_IN = /^(?:text|search|email|url|tel|number|password|date|datetime-local|time)$/;

/** Whether keys pressed here are words being written, and so no commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return WRITTEN_IN.test(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** A plain key outside any field: not with ⌘, Ctrl or Alt, not while letters are being composed. */
export const isCommand = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.altKey &&
  !event.isComposing &&
  !isTyping(event.target);
