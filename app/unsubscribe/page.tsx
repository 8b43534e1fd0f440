import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Frame } from "@/components/frame/frame";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { caller } from "@/server/trpc/caller";

interface Props {
  searchParams: Promise<{ token?: string | string[]; done?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("notification.unsubscribe"))("title"),
    // The address is a key: it goes to nobody with the next page's request.
    referrer: "no-referrer",
    robots: { index: false },
  };
}

/** Opening it changes nothing, since programs that look through mail open links as well; the button does. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const sent = await searchParams;
  const token = typeof sent.token === "string" ? sent.token : "";
  const t = await getTranslations("notification.unsubscribe");
  const kindOf = await getTranslations("notification.choices.kinds");
  const format = await getFormatter();
  const api = await caller();
  const kinds = token.length > 300 ? [] : await api.notification.stops({ token });
  return (
    <Frame crumbs={[{ label: t("title") }]} tabs={[]} me={null}>
      <main id="main" className="page-account">
        <h1 className="title">{t("title")}</h1>
        {sent.done === "1" && <Note kind="ok">{t("done")}</Note>}
        {sent.done !== "1" && kinds.length === 0 && <Note kind="now">{t("unknown")}</Note>}
        {sent.done !== "1" && kinds.length > 0 && (
          <form method="post" action={`/api/unsubscribe?token=${encodeURIComponent(token)}`}>
            <p className="lead">{t("lead", { kinds: format.list(kinds.map((kind) => kindOf(kind))) })}</p>
            <input type="hidden" name="from" value="page" />
            <button type="submit" className="btn go l">
              {t("button")}
            </button>
          </form>
        )}
        <p className="line">
          <Link prefetch={false} className="link" href="/account#notifications">
            {t("account")}
          </Link>
        </p>
      </main>
    </Frame>
  );
}
