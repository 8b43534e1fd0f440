/** Gives the focus to a thread's card and brings it in view. Tells whether it stands there and could take it. */
export function focusCard(threadId: string): boolean {
  const card = document.getElementById(`t-${threadId}`);
  // What has not found its place yet is hidden, and the hidden takes no focus.
  if (!card || card.style.visibility === "hidden") return false;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  return true;
}
