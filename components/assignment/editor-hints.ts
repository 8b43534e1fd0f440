import type { KeyHint } from "@/components/ui/keys-dialog";

type Word = "section" | "reading" | "prompt" | "move" | "preview" | "save" | "extension" | "all";

/** The editor's keys; on the foot those that are used most. */
export function editorHints(t: (word: Word) => string, of: "foot" | "all"): KeyHint[] {
  const hints: KeyHint[] = [
    { keys: ["j", "k"], label: t("section") },
    { keys: ["r"], label: t("reading") },
    { keys: ["p"], label: t("prompt") },
    { keys: ["Alt", "↑", "↓"], label: t("move") },
    { keys: ["v"], label: t("preview") },
    { keys: ["⌘", "↵"], label: t("save") },
  ];
  if (of === "all") hints.push({ keys: ["x"], label: t("extension") });
  return [...hints, { keys: ["?"], label: t("all") }];
}
