"use client";

import { SunMoon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";

/** Light or dark; what a person chose is kept on the device. */
export function ThemeToggle() {
  const t = useTranslations("frame");
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <button
      type="button"
      className="iconb"
      data-theme-toggle=""
      aria-label={t("theme")}
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
    >
      <SunMoon className="i" aria-hidden />
    </button>
  );
}
