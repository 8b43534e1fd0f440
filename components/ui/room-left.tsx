import { useTranslations } from "next-intl";

/** From here on the room that is left is worth saying, where there is much. UTF-16 units. */
const NEAR_THE_END = 500;

interface RoomLeftProps {
  text: string;
  /** The most that is taken. UTF-16 units. */
  most: number;
}

/**
 * Says how much room is left once that is little, and by how much it was overstepped: a browser would cut off what is
 * pasted beyond it without a word.
 */
export function RoomLeft({ text, most }: RoomLeftProps) {
  const t = useTranslations("roomLeft");
  const left = most - text.length;
  if (left > Math.min(NEAR_THE_END, most / 10)) return null;
  return left < 0 ? (
    <p className="err" role="alert">
      {t("over", { most, count: -left })}
    </p>
  ) : (
    <p className="help">{t("left", { count: left })}</p>
  );
}
