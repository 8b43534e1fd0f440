"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { toast } from "sonner";
import { useGiveBack } from "@/components/comment/use-give-back";
import { LiveProvider } from "@/components/live/live-provider";
import { usePresenceReport } from "@/components/live/use-presence-report";
import { OutboxProvider, useOutbox } from "@/components/outbox/outbox-provider";
import { SignedOutNote } from "@/components/outbox/signed-out-note";
import { Adder } from "./adder";
import { ReaderBar } from "./bar/reader-bar";
import { ReaderFoot } from "./bar/reader-foot";
import { useCitedMarks } from "./cited/use-cited-marks";
import { useDigest } from "./data/use-digest";
import { useThread } from "./data/use-thread";
import { type Desk, DeskContext, useDesk } from "./desk-state";
import { positionOf } from "./dom-range";
import { Gather } from "./evidence/gather";
import { FindPanel } from "./find/find-panel";
import { positionInView } from "./in-view";
import { Margin } from "./margin";
import { Rail } from "./rail/rail";
import { useTalkMarks } from "./rail/use-talk-marks";
import { placeOf, type ReaderPage } from "./reader-types";
import { useDeskState } from "./use-desk-state";
import { useHighlights } from "./use-highlights";
import { useNarrow } from "./use-narrow";
import { useReaderKeys } from "./use-reader-keys";
import { useTextClicks } from "./use-text-clicks";
import { WordPicker } from "./word-picker";

interface ReaderDeskProps {
  courseId: string;
  page: ReaderPage;
  me: { id: string; name: string };
  staff: boolean;
  /** The thread a link names. */
  linked: string | null;
  /** The text in miniature, drawn on the server. */
  spine: ReactNode;
  /** The source, drawn on the server. */
  children: ReactNode;
}

/** The reader: rail, source, margin, and what they share. */
export function ReaderDesk(props: ReaderDeskProps) {
  const { courseId, page, me } = props;
  return (
    <OutboxProvider personId={me.id} courseId={courseId} scope={page.id}>
      <WithVoice {...props} />
    </OutboxProvider>
  );
}

/** Where classmates see aliases, one's own is drawn at the first write: its key comes with the answer. */
function WithVoice(props: ReaderDeskProps) {
  const { courseId, page, me } = props;
  const { onSent } = useOutbox();
  const [key, setKey] = useState(page.me.key);
  useEffect(
    () =>
      onSent(({ write }, result) => {
        // In another discussion one goes by another key.
        if (result.readingId !== page.id) return;
        if (write.kind === "post" || write.kind === "reply") setKey(result.author.key);
      }),
    [onSent, page.id],
  );
  const voice = useMemo(() => ({ id: me.id, name: me.name, key }), [me.id, me.name, key]);
  return (
    <LiveProvider
      courseId={courseId}
      readingId={page.id}
      versionId={page.versionId}
      cursor={page.digest.cursor}
      me={key}
    >
      <DeskProvider {...props} me={voice} />
    </LiveProvider>
  );
}

function DeskProvider(props: ReaderDeskProps & { me: Desk["me"] }) {
  const { spine, children, ...rest } = props;
  const narrow = useNarrow();
  const [said, setSaid] = useState("");
  const desk = useDeskState({ ...rest, narrow, announce: setSaid });
  return (
    <DeskContext value={desk}>
      <DeskBody spine={spine}>{children}</DeskBody>
      <p className="vh" role="status" aria-live="polite">
        {said}
      </p>
    </DeskContext>
  );
}

function DeskBody({ spine, children }: Pick<ReaderDeskProps, "spine" | "children">) {
  const desk = useDesk();
  const { courseId, page, held, writing, sheet, citedAt, goToThread } = desk;
  const giveBack = useGiveBack();
  const [finding, setFinding] = useState(false);
  const openFind = useMemo(() => () => setFinding(true), []);
  usePainted();
  useTextClicks(desk);
  useLinkedThread();
  const digest = useDigest();
  useTalkMarks(digest);
  useCitedMarks();
  const { keysDialog, picking, stopPicking } = useReaderKeys({ onFind: openFind });
  const { presence } = page;
  usePresenceReport({
    courseId,
    readingId: page.id,
    at: positionInView,
    typing: desk.typing,
    on: presence.course && presence.mine,
  });
  const isOpen = sheet !== null || writing !== null || held !== null || citedAt !== null;

  return (
    <>
      <SignedOutNote />
      <div className="spread" data-sheet={isOpen || undefined}>
        <Rail spine={spine} />
        <main className="sheet" id="main" tabIndex={-1}>
          {children}
        </main>
        <Margin />
      </div>
      <Adder />
      <Gather />
      {picking && <WordPicker paragraphId={picking} onDone={stopPicking} />}
      {keysDialog}
      <FindPanel
        courseId={courseId}
        readingId={page.id}
        open={finding}
        onOpenChange={setFinding}
        onParagraph={(position) => {
          setFinding(false);
          desk.goToParagraph(position);
        }}
        onThread={(threadId, position) => {
          setFinding(false);
          goToThread(threadId, position);
        }}
      />
      <ReaderBar onFind={openFind} />
      <ReaderFoot onTakenBack={giveBack} />
    </>
  );
}

/** Paints what is talked about, what is open, and what is still on its way. */
function usePainted(): void {
  const { held, writing, gathering } = useDesk();
  const { items } = useOutbox();
  const digest = useDigest();
  const root = useThread(held).comments[0];
  const open = useMemo(
    () => gathering?.place ?? writing ?? (root ? placeOf(root) : null),
    [gathering, writing, root],
  );
  const own = useMemo(
    () =>
      items.flatMap(({ write }) =>
        write.kind === "post"
          ? [
              {
                paragraphId: write.comment.paragraphId,
                passage: write.comment.passage,
                spans: write.comment.spans,
              },
            ]
          : [],
      ),
    [items],
  );
  useHighlights(digest.marks, { held: open, own });
}

/** A thread named in the address stands in view once it is known where it hangs. */
function useLinkedThread(): void {
  const t = useTranslations("reader");
  const { held, hold, goToThread, announce } = useDesk();
  const [linked] = useState(held);
  const { comments, missing } = useThread(linked);
  const root = comments[0];
  const [followed, setFollowed] = useState(false);
  useEffect(() => {
    if (!linked || followed || !(root || missing)) return;
    setFollowed(true);
    if (root) {
      goToThread(root.threadId, positionOf(root.paragraphId));
      return;
    }
    hold(null);
    toast(t("linkGone"));
    announce(t("linkGone"));
  }, [announce, followed, goToThread, hold, linked, missing, root, t]);
}
