"use client";

import { Popover } from "@base-ui/react/popover";
import { CircleAlert, CloudOff, HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDraftCount } from "@/components/device/use-draft-count";
import type { OutboxItem } from "@/domain/outbox/item";
import type { Write } from "@/domain/outbox/write";
import { OutboxEntry } from "./outbox-entry";
import { useOutbox } from "./outbox-provider";
import { useSecondsUntil } from "./use-seconds-until";
import { useSpoken } from "./use-spoken";

interface OutboxStatusProps {
  /** Drafts whose keys begin with this are counted: the person's id with a dot. */
  draftPrefix: string;
  /** Puts what was taken back where it can be changed and sent again. */
  onTakenBack: (write: Write, item: OutboxItem) => void;
}

/** In the status bar: what waits to be sent, what was refused, and the drafts on this device. Nothing when all is sent. */
export function OutboxStatus({ draftPrefix, onTakenBack }: OutboxStatusProps) {
  const t = useTranslations("outbox");
  const { waiting, refused } = useOutbox();
  const drafts = useDraftCount(draftPrefix);
  const spoken = useSpoken();
  return (
    <>
      <span className="vh" role="status">
        {spoken}
      </span>
      {waiting.length + refused.length > 0 && (
        <Popover.Root>
          <Popover.Trigger className="st outbox-st">
            {waiting.length > 0 && (
              <>
                <CloudOff className="i s" aria-hidden />
                {t("waiting", { count: waiting.length })}
              </>
            )}
            {refused.length > 0 && (
              <>
                <CircleAlert className="i s refused" aria-hidden />
                {t("refused", { count: refused.length })}
              </>
            )}
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Positioner sideOffset={6} side="top" align="end" className="over">
              <Popover.Popup className="pop outbox">
                <Popover.Title className="head-3">{t("title")}</Popover.Title>
                <OutboxList onTakenBack={onTakenBack} />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      )}
      {drafts > 0 && (
        <span className="st">
          <HardDrive className="i s" aria-hidden />
          {t("drafts", { count: drafts })}
        </span>
      )}
    </>
  );
}

function OutboxList({ onTakenBack }: Pick<OutboxStatusProps, "onTakenBack">) {
  const t = useTranslations("outbox");
  const { waiting, refused, signedOut, offline, nextTryAt, kept, tryNow, takeBack, discard } = useOutbox();
  const seconds = useSecondsUntil(nextTryAt);
  const why = signedOut
    ? t("untilSignedIn")
    : offline
      ? t("untilOnline")
      : seconds > 0
        ? t("nextTry", { seconds })
        : t("trying");
  return (
    <>
      {!kept && <p className="outbox-why bad">{t("unkept")}</p>}
      {waiting.length > 0 && (
        <>
          <p className="outbox-why">
            <span>{why}</span>
            <button type="button" className="btn" onClick={tryNow}>
              {t("tryNow")}
            </button>
          </p>
          <ul>
            {waiting.map((item) => (
              <OutboxEntry key={item.id} item={item} />
            ))}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <ul aria-label={t("refusedList")}>
          {refused.map((item) => (
            <OutboxEntry
              key={item.id}
              item={item}
              onTakeBack={() => takeBack(item.id, onTakenBack)}
              onDiscard={() => discard(item.id)}
            />
          ))}
        </ul>
      )}
    </>
  );
}
