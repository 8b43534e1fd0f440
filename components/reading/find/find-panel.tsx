"use client";

import { Dialog } from "@base-ui/react/dialog";
import { CircleAlert, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { useFocusBefore } from "@/components/ui/use-focus-before";
import { useNarrow } from "../use-narrow";
import { FindResults, optionId } from "./find-results";
import { type Option, optionsOf, useFind } from "./use-find";

interface FindPanelProps {
  courseId: string;
  readingId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onParagraph: (position: number) => void;
  onThread: (threadId: string, position: number) => void;
}

/** Find in the text and in the comments: beside the text where there is room, over it where there is none. */
export function FindPanel({ open, onOpenChange, ...props }: FindPanelProps) {
  const t = useTranslations("find");
  const ui = useTranslations("ui");
  const narrow = useNarrow();
  const field = useRef<HTMLInputElement>(null);
  const before = useFocusBefore(open);
  const went = useRef(false);
  const [words, setWords] = useState("");

  // Closed without going anywhere, the focus goes back to wherever it was.
  useLayoutEffect(() => {
    if (open) went.current = false;
  }, [open]);

  const go = (option: Option) => {
    went.current = true;
    if (option.kind === "text") props.onParagraph(option.found.position);
    else props.onThread(option.found.threadId, option.found.position);
  };

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} modal={narrow} disablePointerDismissal={!narrow}>
      <Dialog.Portal>
        {narrow && <Dialog.Backdrop className="veil" />}
        <Dialog.Popup
          className="finder over"
          initialFocus={() => {
            field.current?.select();
            return field.current;
          }}
          finalFocus={() => (went.current ? false : before.current)}
        >
          <div className="dialog-head">
            <Dialog.Title className="head-3">{t("title")}</Dialog.Title>
            <Dialog.Close className="iconb" aria-label={ui("close")}>
              <X className="i" aria-hidden />
            </Dialog.Close>
          </div>
          <Finder {...props} field={field} open={open} words={words} onWords={setWords} onGo={go} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface FinderProps {
  courseId: string;
  readingId: string;
  open: boolean;
  field: React.RefObject<HTMLInputElement | null>;
  words: string;
  onWords: (words: string) => void;
  onGo: (option: Option) => void;
}

function Finder({ courseId, readingId, open, field, words, onWords, onGo }: FinderProps) {
  const t = useTranslations("find");
  const sentence = useRefusal();
  const id = useId();
  const { found, isLooking, error, again } = useFind({ courseId, readingId, words, on: open });
  const options = found ? optionsOf(found) : [];
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, options.length - 1);
  const listId = `${id}-list`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
    const option = options[active];
    if (by !== undefined && options.length > 0) {
      event.preventDefault();
      const next = active + by;
      const wraps = Math.abs(by) === 1;
      const last = options.length - 1;
      setChosen(next < 0 ? (wraps ? last : 0) : next > last ? (wraps ? 0 : last) : next);
    } else if (event.key === "Enter" && option && !isLooking) {
      event.preventDefault();
      onGo(option);
    }
  };

  const status = () => {
    if (words.trim() === "") return "";
    if (isLooking) return found ? "" : t("looking");
    if (!found) return "";
    if (options.length === 0) return t("nothing");
    return t("found", found.totals);
  };

  return (
    <>
      <div className="lookup">
        <Search className="i" aria-hidden="true" />
        <input
          ref={field}
          className="input"
          type="search"
          role="combobox"
          aria-label={t("label")}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? listId : undefined}
          aria-activedescendant={options.length > 0 ? optionId(listId, active) : undefined}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          placeholder={t("placeholder")}
          value={words}
          onChange={(event) => {
            setChosen(0);
            onWords(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="dim said" role="status" aria-live="polite">
        {status()}
      </p>
      {error ? (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          <span>{refusalIn(error) ? sentence(error) : t("failed")}</span>
          <button className="link nb" type="button" onClick={again}>
            {t("again")}
          </button>
        </p>
      ) : found && options.length > 0 ? (
        <>
          <FindResults
            id={listId}
            options={options}
            totals={found.totals}
            active={active}
            onPoint={setChosen}
            onChoose={onGo}
          />
          <p className="foot-keys" aria-hidden="true">
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> {t("keys.choose")}
            </span>
            <span>
              <kbd>↵</kbd> {t("keys.go")}
            </span>
          </p>
        </>
      ) : (
        <p className="soft">{t(found && !isLooking ? "nothingHint" : "hint")}</p>
      )}
    </>
  );
}
