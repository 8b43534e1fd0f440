"use client";

import { LogOut, UserRound } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";

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
      <MenuItem onSelect={() => signOut({ callbackUrl: "/sign-in" })}>
        <LogOut className="i" aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
