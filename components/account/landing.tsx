import { useTranslations } from "next-intl";
import { Logo } from "@/components/frame/logo";
import { ThemeToggle } from "@/components/frame/theme-toggle";
import { Link } from "@/components/ui/link";
import { Leaf } from "./leaf";

/** One screen that says what Glossa is, beside a page of it. */
export function Landing({ demo }: { demo: boolean }) {
  const t = useTranslations("landing");
  return (
    <div className="page-sign-in page-landing">
      <div className="in2">
        <main id="main" className="ways">
          <div className="brand">
            <span className="logo">
              <Logo />
              <span>Glossa</span>
            </span>
            <ThemeToggle />
          </div>
          <h1 className="title">{t("title")}</h1>
          <ol className="says">
            <li>{t("reads")}</li>
            <li>{t("argues")}</li>
            <li>{t("grades")}</li>
          </ol>
          <p className="acts">
            <Link className="btn go l" href="/sign-in">
              {demo ? t("demo") : t("signIn")}
            </Link>
            {demo ? (
              <Link className="btn l" href="/sign-in">
                {t("signIn")}
              </Link>
            ) : (
              <Link className="btn l" href="/sign-up">
                {t("signUp")}
              </Link>
            )}
          </p>
        </main>
        <Leaf />
      </div>
    </div>
  );
}
