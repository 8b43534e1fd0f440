"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type DragEvent, type FormEvent, useId, useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { useRefusal } from "@/components/trpc/use-refusal";
import { MAX_SOURCE_BYTES } from "@/domain/source/decode";
import { base64Of, faultOf } from "./file-bytes";
import { warningsInAddress } from "./import-warnings";

interface Props {
  courseId: string;
  meId: string;
}

/** Paste a text or choose a file; what was pasted stays until the import is acknowledged. */
export function ImportForm({ courseId, meId }: Props) {
  const t = useTranslations("source.import");
  const unreadable = useTranslations("refusal.unreadable-file");
  const sentence = useRefusal();
  const router = useRouter();
  const trpc = useTRPC();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  // One id for one text: a request that is sent again finds the first; another text is another source.
  const id = useRef(newId());
  const [text, setText, kept] = useDraft(`source.new.${courseId}.${meId}`);
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  const importing = useMutation(
    trpc.source.import.mutationOptions({
      onSuccess: ({ sourceId, warnings }) => {
        kept.clear();
        const query = warningsInAddress(warnings);
        router.push(`/courses/${courseId}/sources/${sourceId}/edit${query}`);
      },
      onError: (error) => setFault(sentence(error)),
    }),
  );

  const choose = (chosen: File | null) => {
    id.current = newId();
    setFile(chosen);
    const found = chosen && faultOf(chosen);
    setFault(found ? unreadable(found) : null);
    if (!chosen && input.current) input.current.value = "";
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0] ?? null);
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (importing.isPending || importing.isSuccess) return;
    setFault(null);
    if (file) {
      const found = faultOf(file);
      if (found) return setFault(unreadable(found));
      const bytes = await base64Of(file).catch(() => null);
      if (bytes === null) return setFault(t("fileGone"));
      importing.mutate({ courseId, id: id.current, from: { kind: "file", name: file.name, bytes } });
      return;
    }
    if (text.trim() === "") return setFault(t("nothing"));
    if (new Blob([text]).size > MAX_SOURCE_BYTES) return setFault(unreadable("too-large"));
    importing.mutate({ courseId, id: id.current, from: { kind: "text", text } });
  };

  const busy = importing.isPending || importing.isSuccess;
  return (
    <form className="import" onSubmit={send} noValidate>
      <div className="field">
        <label className="fl" htmlFor={`${field}-text`}>
          {t("text")}
        </label>
        <textarea
          id={`${field}-text`}
          className="input src"
          rows={12}
          dir="auto"
          value={text}
          aria-describedby={`${field}-help`}
          onChange={(event) => {
            id.current = newId();
            setText(event.target.value);
          }}
        />
        <p className="help" id={`${field}-help`}>
          {t("textHelp")}
        </p>
      </div>

      <div
        className="field drop"
        role="group"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="fl" htmlFor={`${field}-file`}>
          {t("file")}
        </label>
        <input
          ref={input}
          id={`${field}-file`}
          type="file"
          accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
          aria-describedby={`${field}-file-help`}
          onChange={(event) => choose(event.target.files?.[0] ?? null)}
        />
        <p className="help" id={`${field}-file-help`}>
          {file ? t("fileTaken", { name: file.name }) : t("fileHelp")}
          {file && (
            <button type="button" className="link" onClick={() => choose(null)}>
              {t("fileOff")}
            </button>
          )}
        </p>
      </div>

      <p className="err" role="alert">
        {fault}
      </p>
      <p className="acts">
        <button type="submit" className="btn go l" aria-busy={busy} aria-disabled={busy}>
          {busy && <span className="spin" aria-hidden="true" />}
          {t("import")}
        </button>
        {kept.keptAt && <span className="faint">{t("kept")}</span>}
      </p>
    </form>
  );
}
