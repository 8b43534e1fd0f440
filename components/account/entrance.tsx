import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/frame/logo";
import { ThemeToggle } from "@/components/frame/theme-toggle";
import { Link } from "@/components/ui/link";
import { Leaf } from "./leaf";

interface EntranceProps {
  title: string;
  lede: string;
  children: ReactNode;
}

/** The pages before one is in: the glossed leaf, and the way in beside it. */
export function Entrance({ title, lede, children }: EntranceProps) {
  const t = useTranslations("frame");
  return (
    <div className="page-sign-in">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <div className="in2">
        <Leaf />
        <main id="main" className="ways">
          <div className="brand">
            <Link className="logo" href="/" aria-label="Glossa">
              <Logo />
              <span>Glossa</span>
            </Link>
            <ThemeToggle />
          </div>
          <h1 className="head-1">{title}</h1>
          <p className="lede">{lede}</p>
          {children}
        </main>
      </div>
    </div>
  );
}
