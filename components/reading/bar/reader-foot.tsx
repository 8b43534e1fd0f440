"use client";

import { useTranslations } from "next-intl";
import { InSlot } from "@/components/frame/in-slot";
import { OutboxStatus } from "@/components/outbox/outbox-status";
import type { OutboxItem } from "@/domain/outbox/item";
import type { Write } from "@/domain/outbox/write";
import { useDesk } from "../desk-state";
import { useTextView } from "../rail/text-view";
import { useNarrow } from "../use-narrow";
import { ConnectionState } from "./connection-state";

/** On the foot: where in the text, what waits on the device, and the line to the others. A phone's bar has it all. */
export function ReaderFoot({ onTakenBack }: { onTakenBack: (write: Write, item: OutboxItem) => void }) {
  const t = useTranslations("reader.bar");
  const { me } = useDesk();
  const view = useTextView();
  const isNarrow = useNarrow();
  const slot = isNarrow ? "bar-state" : "foot-state";
  return (
    <>
      <InSlot id="foot-where">
        {view && view.number !== null && t("where", { number: view.number, total: view.total })}
      </InSlot>
      <InSlot id={slot} key={slot}>
        <OutboxStatus draftPrefix={`${me.id}.`} onTakenBack={onTakenBack} />
        <ConnectionState />
      </InSlot>
    </>
  );
}
