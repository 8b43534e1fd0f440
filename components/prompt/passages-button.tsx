import { useTranslations } from "next-intl";

interface PassagesButtonProps {
  /** The answer whose passages it opens. */
  of: string;
  open: boolean;
  onToggle: () => void;
}

/** Opens the passages that an answer cites, in place. */
export function PassagesButton({ of, open, onToggle }: PassagesButtonProps) {
  const t = useTranslations("response");
  return (
    <button type="button" className="btn bare" aria-pressed={open} data-passages-of={of} onClick={onToggle}>
      {t("passages")}{" "}
      <span aria-hidden="true">
        <kbd>o</kbd>
      </span>
    </button>
  );
}
