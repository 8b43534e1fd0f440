import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Bell } from "@/components/notification/bell";
import type { KeyHint } from "@/components/ui/keys-dialog";
import { Link } from "@/components/ui/link";
import { AllKeys } from "./all-keys";
import { Logo } from "./logo";
import { MeMenu } from "./me-menu";
import { TabInSight } from "./tab-in-sight";
import { ThemeToggle } from "./theme-toggle";

export interface Crumb {
  label: string;
  /** Left out for the page one is on. */
  href?: string;
}

export interface Tab {
  label: string;
  href: string;
  current: boolean;
  /** Stands behind the dividing line, with the staff's pages. */
  staff?: boolean;
}

export interface FootState {
  /** Where I stand on this page. */
  where?: string;
  keys?: KeyHint[];
  /** Every key of the page, for `?`; left out where the page itself lists them. */
  allKeys?: KeyHint[];
  end?: ReactNode;
  /**
   * The page draws on the bar and the foot as it changes: into `bar-contents`, `bar-state`, `foot-where` and
   * `foot-state`.
   */
  slots?: boolean;
}

interface FrameProps {
  crumbs: Crumb[];
  tabs: Tab[];
  me: { name: string } | null;
  foot?: FootState;
  children: ReactNode;
}

/** What every page stands in: bar, page, status bar. */
export function Frame({ crumbs, tabs, me, foot, children }: FrameProps) {
  const t = useTranslations("frame");
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="bar">
        <Link prefetch={false} className="logo" href={me ? "/courses" : "/"} aria-label={t("home")}>
          <Logo />
          <span>Glossa</span>
        </Link>
        {crumbs.length > 0 && <span className="sep" />}
        <Crumbs crumbs={crumbs} />
        <Tabs tabs={tabs} />
        {tabs.length === 0 && <span className="spring" />}
        {foot?.slots && (
          <>
            <span className="slot" id="bar-state" />
            <span className="slot" id="bar-contents" />
          </>
        )}
        {tabs.length > 0 && <span className="sep" />}
        <ThemeToggle />
        {me && <Bell />}
        {me && <MeMenu name={me.name} />}
      </header>
      {children}
      {foot?.allKeys && <AllKeys keys={foot.allKeys} />}
      {foot && (foot.where || foot.keys || foot.end || foot.slots) && <Foot {...foot} />}
    </>
  );
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslations("frame");
  return (
    <nav className="crumbs" aria-label={t("crumbs")}>
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.label}>
          {index > 0 && <ChevronRight className="i c1" aria-hidden />}
          {crumb.href ? (
            <Link prefetch={false} className="c1" href={crumb.href}>
              {crumb.label}
            </Link>
          ) : (
            <span aria-current="page">{crumb.label}</span>
          )}
        </Fragment>
      ))}
    </nav>
  );
}

function Tabs({ tabs }: { tabs: Tab[] }) {
  const t = useTranslations("frame");
  if (tabs.length === 0) return null;
  const firstOfStaff = tabs.findIndex((tab) => tab.staff);
  return (
    <nav className="tabs" aria-label={t("tabs")}>
      {tabs.map((tab, index) => (
        <Fragment key={tab.href}>
          {index === firstOfStaff && <span className="gap" aria-hidden />}
          <Link prefetch={false} href={tab.href} aria-current={tab.current ? "page" : undefined}>
            {tab.label}
          </Link>
        </Fragment>
      ))}
      <TabInSight at={tabs.find((tab) => tab.current)?.href} />
    </nav>
  );
}

function Foot({ where, keys = [], end, slots = false }: FootState) {
  return (
    <footer className="foot">
      {slots ? (
        <span className="st">
          <span className="at" id="foot-where" />
          <span className="dim">{where}</span>
        </span>
      ) : (
        where && <span className="at">{where}</span>
      )}
      <span className="keys" aria-hidden>
        {keys.map((hint) => (
          <span key={hint.label}>
            {hint.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {hint.label}
          </span>
        ))}
      </span>
      {slots ? <span className="end" id="foot-state" /> : end && <span className="end">{end}</span>}
    </footer>
  );
}
