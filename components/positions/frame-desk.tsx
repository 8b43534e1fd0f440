"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { FrameEditor } from "./frame-editor";
import { FrameRead } from "./frame-read";
import type { FramePage } from "./shapes";

interface Props {
  courseId: string;
  meId: string;
  timeZone: string;
  page: FramePage;
}

/** The positions that compete: read by everybody, edited by staff on the same page. */
export function FrameDesk({ courseId, meId, timeZone, page }: Props) {
  const t = useTranslations("frame.page");
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.frame.page.queryOptions({ courseId }), initialData: page });
  const [editing, setEditing] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const was = useRef(editing);

  // Into the editor and back out of it, the page begins anew.
  useEffect(() => {
    if (was.current !== editing) head.current?.focus();
    was.current = editing;
  }, [editing]);

  return (
    <>
      <header className="fr-top">
        <div>
          <h1 className="head-1" tabIndex={-1} ref={head}>
            {editing ? t("editing") : t("head")}
          </h1>
          <p className="sum">
            {t("summary", { positions: data.positions.length, dimensions: data.dimensions.length })}
          </p>
        </div>
        {data.can.write && !editing && (
          <button type="button" className="btn" onClick={() => setEditing(true)}>
            {t("edit")}
          </button>
        )}
      </header>
      {editing ? (
        <FrameEditor
          courseId={courseId}
          meId={meId}
          timeZone={timeZone}
          page={data}
          onDone={() => setEditing(false)}
        />
      ) : (
        <FrameRead courseId={courseId} page={data} />
      )}
    </>
  );
}
