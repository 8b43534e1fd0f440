"use client";

import { LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuChoice, MenuItem, MenuLink } from "@/components/ui/menu";

/** Who I am, and what belongs to me. */
export function MeMenu({ name }: { name: string }) {
  const t = useTranslations("frame");
  return (
    <Menu
      trigger={
        <button type="button" className="iconb" aria-label={t("me", { name })}>
          <Avatar name={name} me />
        </button>
      }
    >
      <span className="label">{name}</span>
      <MenuLink href="/account">
        <UserRound className="i" aria-hidden />
        {t("account")}
      </MenuLink>
      <ThemeChoice />
      <MenuItem onSelect={() => signOut({ callbackUrl: "/sign-in" })}>
        <LogOut className="i" aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}

/** Light, dark, or what the device says; the one place to change it on a phone. */
function ThemeChoice() {
  const t = useTranslations("frame");
  const { theme, setTheme } = useTheme();
  const options = [
    { value: "light", label: t("light"), icon: <Sun className="i" aria-hidden /> },
    { value: "dark", label: t("dark"), icon: <Moon className="i" aria-hidden /> },
    { value: "system", label: t("asDevice"), icon: <Monitor className="i" aria-hidden /> },
  ];
  return <MenuChoice label={t("theme")} value={theme} options={options} onChange={setTheme} />;
}
